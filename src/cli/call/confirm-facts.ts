import type { FactHeard, FactValue } from '../../index.js';
import type { Style } from '../style.js';
import type { Front } from './front.js';
import { numbered } from './menu.js';

type Facts = Readonly<Record<string, FactValue>>;

/** Shows the facts that were heard, and takes those that the agent confirms: all by one key, where none has two readings. */
export async function confirmFacts(front: Front, style: Style, heard: readonly FactHeard[]): Promise<Facts> {
  const clear = heard.filter(({ readings }) => readings.length === 1);
  const confirmed = clear.length === 0 ? {} : await confirmClear(front, style, clear);
  let facts = confirmed;
  for (const each of heard)
    if (each.readings.length > 1) facts = { ...facts, ...(await chooseReading(front, style, each)) };
  return facts;
}

async function confirmClear(front: Front, style: Style, heard: readonly FactHeard[]): Promise<Facts> {
  front.show(style.heading('Heard in what the caller said:'));
  for (const { title, readings } of heard)
    for (const { label, words } of readings) front.show(style.aside(title, `${label} ("${words}")`));
  const options = [
    { id: 'all', label: heard.length === 1 ? 'That is right' : 'All of it is right' },
    ...(heard.length === 1 ? [] : [{ id: 'each', label: 'Only some of it' }]),
    { id: 'none', label: heard.length === 1 ? 'That is not so' : 'None of it' },
  ];
  const choice = await front.choose({ ...numbered(options), commands: [] });
  if (choice === 'none') return {};
  if (choice === 'all')
    return Object.fromEntries(heard.flatMap(({ fact, readings }) => readings.map(({ value }) => [fact, value])));
  let facts: Facts = {};
  for (const each of heard) facts = { ...facts, ...(await chooseReading(front, style, each)) };
  return facts;
}

/** One of the readings of a fact, or none of them. */
async function chooseReading(front: Front, style: Style, { fact, title, readings }: FactHeard): Promise<Facts> {
  front.show(style.heading(`${title}: which is meant?`));
  const options = readings.map(({ label, words }, at) => ({ id: String(at), label: `${label} ("${words}")` }));
  const choice = await front.choose({ ...numbered([...options, { id: 'none', label: 'Not that' }]), commands: [] });
  const reading = readings[Number(choice)];
  return reading === undefined || choice === 'none' ? {} : { [fact]: reading.value };
}
