import { claimName, type Situation } from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import type { Option } from './front.js';
import { leave, numbered } from './menu.js';

const more = 'more';

/** The caller says that something has been tried already: what is being read, all of its steps, or anything else. */
export async function alreadyTried(desk: Desk, now: Situation): Promise<Outcome> {
  const { front } = desk;
  const here = triedHere(now);
  const choice =
    here.length === 0 ? more : await front.choose(numbered([...here, { id: more, label: 'Something else' }]));
  if (choice === leave) return 'stay';
  const name = choice === more ? await front.pick('What has been tried? (type to find it)', allOf(desk)) : choice;
  return name !== undefined && (await take(desk, { tried: name })) ? 'moved' : 'stay';
}

/** What of that which is being read can have been tried. */
export function triedHere(now: Situation): readonly Option[] {
  if (now.type === 'isolated' && now.steps.length > 0) return [{ id: now.node, label: `The fix: ${now.name}` }];
  if (now.type !== 'doing') return [];
  const whole = now.steps.length > 1 ? [{ id: now.node, label: `All ${now.steps.length} steps of this` }] : [];
  return [{ id: 'step', label: 'This step' }, ...whole];
}

/** Everything that a caller can have tried, by the words for it: procedures, and the fixes of the trees of this call. */
function allOf({ call: { kb, session } }: Desk): readonly Option[] {
  const trees = new Set([session().tree, ...session().events.flatMap((event) => treesIn(event))]);
  const fixes = [...trees].flatMap((id) =>
    [...(kb.trees.get(id)?.faults.values() ?? [])].flatMap((fault) =>
      fault.fix.length === 0 ? [] : [`${id}/${fault.id}`],
    ),
  );
  return [...kb.procedures.keys(), ...fixes]
    .map((id) => ({ id, label: claimName(kb, id) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function treesIn(event: object): readonly string[] {
  const question = 'question' in event && typeof event.question === 'string' ? event.question : '';
  return question.includes('/') ? [question.split('/')[0] ?? ''] : [];
}
