import type { Database } from './database.js';

interface Failure {
  readonly cause?: unknown;
  readonly code?: unknown;
  readonly errcode?: unknown;
  readonly message?: unknown;
}

/**
 * The error to throw where a case store could not be opened: a sentence that says what is wrong and what can be done. It
 * never holds a password; what was thrown is its cause.
 * @param label what to call the store: a path, or a host and a name
 */
export function whyNotOpened(label: string, dialect: Database['dialect'], error: unknown): Error {
  const { message, cause } = error as Failure;
  const known = ofKind(dialect, error) ?? (cause === undefined ? undefined : ofKind(dialect, cause));
  const reason = known ?? `${String(message).replace(/\.$/, '')}.`;
  return new Error(`The case store (${label}) could not be opened: ${reason}`, { cause: error });
}

function ofKind(dialect: Database['dialect'], error: unknown): string | undefined {
  return dialect === 'sqlite' ? ofSqlite(error as Failure) : ofPostgres(error as Failure);
}

function ofSqlite({ code, errcode }: Failure): string | undefined {
  if (typeof code === 'string' && Object.hasOwn(ofFiles, code)) return ofFiles[code];
  return typeof errcode === 'number' ? ofSqliteCodes[errcode & 0xff] : undefined;
}

const readOnly =
  'nothing can be written there. Choose another place with FAULTLINE_DATABASE, or ask for the right to write.';
const full = 'the disk is full. Make room on it, or choose another place with FAULTLINE_DATABASE.';

const ofFiles: Readonly<Record<string, string>> = {
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOENT: 'it is not there and cannot be made. Choose another place with FAULTLINE_DATABASE.',
  ENOTDIR: 'a part of its path is a file and not a folder. Choose another place with FAULTLINE_DATABASE.',
  EISDIR: 'this is a folder. FAULTLINE_DATABASE has to name a file in it.',
  ENOSPC: full,
  EDQUOT: full,
};

/** By SQLite's own numbers. */
const ofSqliteCodes: Readonly<Record<number, string>> = {
  5: 'another program keeps it locked. Close that program, and try again.',
  8: readOnly,
  10: 'the disk reports errors. Look at the disk, and have a backup at hand.',
  11: 'the file is damaged. Put it aside, and restore a backup.',
  13: full,
  14: readOnly,
  26: 'the file is there, but it is no case store. Choose another file with FAULTLINE_DATABASE, or move this one away.',
};

function ofPostgres({ code, message }: Failure): string | undefined {
  if (typeof code === 'string' && Object.hasOwn(ofPostgresCodes, code)) return ofPostgresCodes[code];
  const said = String(message);
  if (/timeout/i.test(said)) return notReached;
  if (/password must be a string/.test(said))
    return 'it asks for a password, and FAULTLINE_DATABASE has none: postgres://user:password@host/name.';
  if (/does not support SSL/.test(said))
    return 'it takes no encrypted connections: leave sslmode out of FAULTLINE_DATABASE.';
  return undefined;
}

const notReached =
  'it did not answer. Look whether it runs, and whether host and port in FAULTLINE_DATABASE are right.';
const notIn = 'the user or the password in FAULTLINE_DATABASE is not the right one.';

/** By the codes of the system and of PostgreSQL. */
const ofPostgresCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: notReached,
  ECONNRESET: notReached,
  ETIMEDOUT: notReached,
  EHOSTUNREACH: notReached,
  ENETUNREACH: notReached,
  ENOTFOUND: 'there is no machine of that name. Look at the host in FAULTLINE_DATABASE.',
  EAI_AGAIN:
    'the name of its machine could not be looked up. Look at the network, and at the host in FAULTLINE_DATABASE.',
  '28P01': notIn,
  '28000': 'it does not let this user in from this machine: its administrator can allow it in pg_hba.conf.',
  '3D000': 'there is no database of that name. Create it, or look at the end of FAULTLINE_DATABASE.',
  '42501':
    'the user may not make tables there. Its administrator can grant it: grant create on schema public to that user.',
  '53300': 'it has no connection left. Its administrator can raise max_connections.',
  '57P03': 'it is just starting or stopping. Try again in a moment.',
};
