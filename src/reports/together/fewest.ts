/** Fewer calls than this are no group. */
export const fewest = 3;
