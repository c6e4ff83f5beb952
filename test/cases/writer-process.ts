// A program for tests: keeps one event after another, and writes the number of each to its output as soon as it is kept.
import { type CaseStanding, openStore } from '../../src/cases/index.js';

const { where, id, name, count } = JSON.parse(process.argv[2] ?? '') as {
  readonly where: string;
  /** Another process can write to the same case. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
};

const standing: CaseStanding = {
  begun: '2026-11-28T12:00:00.000Z',
  changed: '2026-11-28T12:00:00.000Z',
  channel: 'phone',
  outcome: 'open',
  situation: 'asking',
  place: 'printer/lamp',
  took: 0,
};

process.stdout.write('opening\n');
const store = await openStore(where);
process.stdout.write('open\n');
for (let index = 0; index < count; ) {
  const stored = await store.read(id);
  const session = stored?.session ?? { format: 1, tree: 'printer', knowledge: 'none', events: [] };
  const next = { ...session, events: [...session.events, { note: `${name} ${index}` }] };
  const kept = stored && { number: stored.number, version: stored.version };
  const { result } = await store.keep({ id, session: next, standing, ...(kept && { kept }) });
  if (result !== 'kept') continue;
  process.stdout.write(`${index}\n`);
  index += 1;
}
await store.close();
