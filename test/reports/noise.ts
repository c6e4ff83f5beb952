import type { Call, Calls } from '../../src/reports/together/calls.js';
import { chanceFrom } from './chance.js';

/** A call that a test plants, with the texts of what is known in it. */
export interface Planted {
  readonly subject: string;
  readonly week: number;
  readonly facts: Readonly<Record<string, string>>;
}

const systems: readonly (readonly [string, readonly string[]])[] = [
  ['windows', ['10', '11', '11 24H2']],
  ['macos', ['14', '15']],
  ['android', ['15', '16']],
];
const printers = ['HP LaserJet', 'Canon MF', 'Brother HL', 'Epson ET', 'Kyocera'];

/**
 * Calls in which nothing belongs together but what has to: half of the faults of a tree are found on one system only, and a
 * version belongs to its system. The last 12 of 38 weeks are those of the report.
 * @param perWeek how many calls a week
 */
export function noise(seed: number, perWeek: number, weeks = 38): readonly Planted[] {
  const chance = chanceFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  return Array.from({ length: weeks * perWeek }, (_, index) => {
    const [os, versions] = pick(systems);
    const tree = `tree${Math.floor(8 * chance() ** 2)}`;
    const own = chance() < 0.5 ? `only-${os}` : `fault${Math.floor(6 * chance() ** 2)}`;
    const subject = chance() < 0.2 ? `${tree}/` : `${tree}/${own}`;
    const facts = {
      os,
      'os.version': pick(versions),
      ...(chance() < 0.6 ? { 'printer.model': pick(printers) } : {}),
      place: `Building ${1 + Math.floor(20 * chance())}`,
      program: `Program ${1 + Math.floor(15 * chance() ** 2)}`,
    };
    return { subject, week: Math.floor(index / perWeek), facts };
  });
}

/** The calls as the report reads them. */
export function callsFrom(planted: readonly Planted[], weeks = 12): Calls {
  const indexes = new Map<string, number>();
  const calls = planted.map(({ subject, week, facts }, number): Call => {
    const values = Object.entries(facts).map(([fact, value]) => {
      const text = `${fact}\n${value}`;
      const index = indexes.get(text) ?? indexes.size;
      indexes.set(text, index);
      return index;
    });
    const day = new Date(Date.UTC(2026, 10, 28) - 7 * 86_400_000 * week).toISOString().slice(0, 10);
    return { number: number + 1, day, week, subject, values };
  });
  const values = [...indexes.keys()].map((text) => {
    const [fact = '', value = ''] = text.split('\n');
    return { fact, value };
  });
  return { calls, values, weeks };
}
