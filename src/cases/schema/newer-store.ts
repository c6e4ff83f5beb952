/** The store was made or changed by a Faultline that this one does not know yet. */
export class NewerStore extends Error {}
