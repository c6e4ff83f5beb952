/** A file is no backup, or not a whole one: `message` says why. */
export class NoBackup extends Error {}
