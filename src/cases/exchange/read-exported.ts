import { createHash } from 'node:crypto';
import { readSession, type Session } from '../../session/index.js';
import type { CaseStanding } from '../standing.js';
import type { ExportedLink } from './exported-case.js';
import { readStanding } from './standing-keys.js';

/** A case as it comes in: an exported one, or only the session of a file in which an older Faultline has kept a call. */
export interface CaseRead {
  readonly id: string;
  /** The number it had, where it had one. */
  readonly number?: string;
  readonly session: Session;
  readonly standing?: CaseStanding;
  readonly links: readonly Pick<ExportedLink, 'id' | 'why' | 'at'>[];
}

/** More characters than this are no id. */
const longestId = 100;

/** Reads a case from JSON text: the case, or one sentence that says what is wrong with it. Never throws. */
export function readExported(text: string): CaseRead | { readonly reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'It is not JSON.' };
  }
  if (!isRecord(value)) return { reason: 'It is not an object.' };
  const isExported = Object.hasOwn(value, 'session');
  if (isExported && value.format !== 1) return { reason: 'Its "format" is not 1: it comes from a newer Faultline.' };
  const parsed = readSession(isExported ? value.session : value);
  if ('reason' in parsed) return { reason: `It holds no call: ${parsed.reason}` };
  const { session } = parsed;
  if (!isExported) return { id: idOf(session), session, links: [] };
  const { id, number, standing, links } = value;
  if (typeof id !== 'string' || id === '' || id.length > longestId) return { reason: 'Its "id" is not a text.' };
  const read = readStanding(standing);
  return {
    id,
    ...(typeof number === 'string' ? { number } : {}),
    session,
    ...(read === undefined ? {} : { standing: read }),
    links: Array.isArray(links) ? links.filter(isLink) : [],
  };
}

/** The same for the same call, also when it was gone on with since: in the form of a UUID. */
function idOf({ started, agent, words, events }: Session): string {
  const first = started === undefined ? events[0] : undefined;
  const beginning = JSON.stringify([started ?? null, agent ?? null, words ?? null, first ?? null]);
  const hash = createHash('sha256').update(beginning).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

function isLink(value: unknown): value is ExportedLink {
  return isRecord(value) && ['id', 'why', 'at'].every((key) => typeof value[key] === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
