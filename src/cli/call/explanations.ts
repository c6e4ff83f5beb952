import {
  type Explanation,
  how,
  howInWords,
  instruct,
  missing,
  missingInWords,
  type Situation,
  unsureWords,
  whatIfEach,
  whatIfInWords,
  why,
  whyInWords,
  whyNot,
  whyNotInWords,
} from '../../index.js';
import type { Desk } from './desk.js';
import { leave, numbered } from './menu.js';

const questions = {
  how: 'How did we come here?',
  'why-not': 'Why not a certain fault?',
  'what-if': 'What if the answer is ...?',
  missing: 'What is missing?',
} as const;

/** Says why this is asked or done; of a fault that was found, or at the end, how the call came to it. */
export async function explainWhy(desk: Desk, now: Situation): Promise<void> {
  const about = now.type === 'asking' || now.type === 'doing' ? 'why' : 'how';
  const found = await explanationOf(desk, now, about);
  if (found !== undefined) show(desk, found);
}

/** Lets the agent ask about the call, as often as wanted: a sentence to say, and lines for the agent. Nothing is changed. */
export async function explain(desk: Desk, now: Situation): Promise<void> {
  const { front } = desk;
  const whyLabel = now.type === 'asking' ? 'Why this question?' : 'Why are we doing this?';
  const options = [{ id: 'why', label: whyLabel }, ...Object.entries(questions).map(([id, label]) => ({ id, label }))];
  const offered = options.filter(({ id }) => id !== 'what-if' || now.type === 'asking');
  for (;;) {
    const chosen = await front.choose(numbered(offered));
    if (chosen === leave) return;
    const found = await explanationOf(desk, now, chosen);
    if (found !== undefined) show(desk, found);
  }
}

async function explanationOf(desk: Desk, now: Situation, chosen: string): Promise<Explanation | undefined> {
  const { kb } = desk.call;
  const session = desk.call.session();
  switch (chosen) {
    case 'why':
      return whyInWords(kb, now, await why(kb, session));
    case 'how':
      return howInWords(kb, now, await how(kb, session));
    case 'missing':
      return missingInWords(kb, now, await missing(kb, session));
    case 'why-not': {
      const fault = await pickFault(desk, now);
      return fault === undefined ? undefined : whyNotInWords(kb, now, await whyNot(kb, session, fault));
    }
    default:
      return whatIfOne(desk, now);
  }
}

/** One of the faults: those of this tree first, then what else it can still be. */
async function pickFault(desk: Desk, now: Situation): Promise<string | undefined> {
  const { kb } = desk.call;
  const own = [...(kb.trees.get(now.tree)?.faults.keys() ?? [])].map((fault) => `${now.tree}/${fault}`);
  const { stillPossible } = await why(kb, desk.call.session());
  const options = [...new Set([...own, ...stillPossible])].map((address) => {
    const [tree = '', fault = ''] = address.split('/');
    return { id: address, label: kb.trees.get(tree)?.faults.get(fault)?.name ?? address };
  });
  if (options.length > 0) return desk.front.pick('Why not which fault? (type to find it)', options);
  desk.front.show(desk.style.dim('There is no fault that it could be here.'));
  return undefined;
}

/** Where one of the replies would lead; all of them at once where there is no list of answers. */
async function whatIfOne(desk: Desk, now: Situation): Promise<Explanation | undefined> {
  const { call, front } = desk;
  const all = await whatIfEach(call.kb, call.session());
  const label = ({ reply }: (typeof all)[number]): string =>
    'label' in reply ? reply.label : `The caller ${unsureWords(reply.unsure)}`;
  const options = all.map((each, index) => ({ id: String(index), label: label(each) }));
  const chosen = options.length < 2 ? undefined : await front.pick('What if the answer is which?', options);
  const one = chosen === undefined ? undefined : all[Number(chosen)];
  if (one === undefined) return options.length < 2 ? whatIfInWords(call.kb, now, all) : undefined;
  const words = whatIfInWords(call.kb, now, [one]);
  return { ...words, lines: [`Next: ${instruct(call.kb, one.situation).heading}`] };
}

function show({ front, style }: Desk, { say, lines }: Explanation): void {
  const asides = lines.map((line) => {
    const [name = '', ...text] = line.split(': ');
    return style.aside(name, text.join(': '));
  });
  front.show([style.say(say), ...asides].join('\n'));
}
