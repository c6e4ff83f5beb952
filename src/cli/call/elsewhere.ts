import { type KnowledgeBase, openSearch, type Situation } from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import { listingFor } from './first-words.js';
import type { Option } from './front.js';
import { leave, numbered } from './menu.js';

/** Goes to another place of this tree, or to another tree, for a reason; `g` comes back. */
export async function goElsewhere(desk: Desk, now: Situation): Promise<Outcome> {
  const { call, front } = desk;
  const places = placesOf(call.kb, now);
  const place = await front.pick('Go to which place? (type to find it)', places);
  if (place === undefined) return 'stay';
  const why = await front.type('Why there? (Enter for no reason)', true);
  if (why === undefined) return 'stay';
  return (await take(desk, why === '' ? { jump: place } : { jump: place, why })) ? 'moved' : 'stay';
}

/** Comes back to where the last jump left. */
export async function comeBack(desk: Desk): Promise<Outcome> {
  return (await take(desk, { return: true })) ? 'moved' : 'stay';
}

/** The places of this tree by what is asked or done there, then the beginnings of all other trees. */
function placesOf(kb: KnowledgeBase, { tree, node }: Situation): readonly Option[] {
  const here = kb.trees.get(tree);
  const own = [...(here?.nodes.values() ?? [])].flatMap((each) => {
    if (each.id === node) return [];
    const id = `${tree}/${each.id}`;
    if (each.kind === 'ask' || each.kind === 'check') return [{ id, label: each.ask }];
    if (each.kind === 'do') return [{ id, label: `Steps: ${each.steps[0]?.say ?? each.id}` }];
    return each.kind === 'fault' ? [{ id, label: `Fault: ${here?.faults.get(each.fault)?.name ?? each.fault}` }] : [];
  });
  const others = [...kb.trees.values()]
    .filter(({ id }) => id !== tree)
    .map(({ id, start, title }) => ({ id: `${id}/${start}`, label: `Tree: ${title}` }));
  return [...own, ...others];
}

/** Opens another problem of the caller, or turns to one that is open. */
export async function otherProblem(desk: Desk, now: Situation): Promise<Outcome> {
  const { front } = desk;
  const open = turnable(desk.call.kb, now);
  const choice =
    open.length === 0 ? 'new' : await front.choose(numbered([...open, { id: 'new', label: 'Another problem' }]));
  if (choice === leave) return 'stay';
  if (choice !== 'new') return turnTo(desk, choice);
  const { find } = await openSearch(desk.call.kb, { cache: desk.cache });
  const sought = await front.find('What else does the caller say?', '', (text) => listingFor(desk.call.kb, find, text));
  if (sought.chosen === undefined) return 'stay';
  const words = sought.typed.trim();
  const taken = await take(desk, words === '' ? { problem: sought.chosen } : { problem: sought.chosen, words });
  return taken ? 'moved' : 'stay';
}

/** The other problems of the call, by number. */
export function turnable(kb: KnowledgeBase, now: Situation): readonly Option[] {
  return now.problems
    .filter(({ state }) => state === 'open')
    .map(({ number, tree }) => ({
      id: String(number),
      label: `Go on with: ${kb.trees.get(tree)?.title ?? tree}`,
    }));
}

/** Turns to a problem by its number. */
export async function turnTo(desk: Desk, number: string): Promise<Outcome> {
  return (await take(desk, { problem: Number(number) })) ? 'moved' : 'stay';
}
