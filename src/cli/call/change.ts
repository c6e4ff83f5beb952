import {
  type Asking,
  asked,
  type FactValue,
  type Given,
  labelOf,
  type Move,
  moveInWords,
  type Preview,
  previewOf,
  type Question,
  type Revision,
  trail,
  unsureWords,
} from '../../index.js';
import { type Desk, type Outcome, take } from './desk.js';
import { enterFact } from './enter-fact.js';
import { leave, numbered, waysOfNotKnowing } from './menu.js';

type Answered = Move & { readonly reason: { readonly question: Question } };

/** Changes an earlier answer: which one, what it becomes, what that means for later answers, and only then the change. */
export async function change(desk: Desk): Promise<Outcome> {
  const { call, front, style } = desk;
  const { facts } = await call.now();
  const answered = (await trail(call.kb, call.session())).filter(isAnswered);
  if (answered.length === 0) {
    front.show(style.problem('Nothing has been answered yet.'));
    return 'stay';
  }
  const labels = answered.map((move, index) => ({ id: String(index), label: moveInWords(call.kb, facts, move) ?? '' }));
  const move = answered[Number(await front.pick('Which answer changes?', labels.reverse()))];
  return move === undefined ? 'stay' : changeTo(desk, await revisionOf(desk, move));
}

/** Answers a question that was put off, in its place. */
export async function replyAnew(desk: Desk, question: string): Promise<Outcome> {
  const { call } = desk;
  const moves = (await trail(call.kb, call.session())).filter(isAnswered);
  const move = moves.findLast(({ reason }) => reason.question.key === question);
  return move === undefined ? 'stay' : changeTo(desk, await revisionOf(desk, move));
}

async function changeTo(desk: Desk, revise: Revision | undefined): Promise<Outcome> {
  const { call, front, style } = desk;
  if (revise === undefined) return 'stay';
  const seen = await previewOf(call.kb, call.session(), { revise });
  if ('refused' in seen) {
    front.show(style.problem(seen.refused));
    return 'stay';
  }
  return (await confirmed(desk, seen)) && (await take(desk, { revise })) ? 'back' : 'stay';
}

function isAnswered(move: Move): move is Answered {
  return 'question' in move.reason && move.reason.question !== undefined;
}

async function revisionOf(desk: Desk, move: Answered): Promise<Revision | undefined> {
  const { call, front, style } = desk;
  const { question } = move.reason;
  const about = asked(call.kb, move, question);
  front.show(style.heading(about.ask));
  const unknown = { id: 'unsure', label: "The caller doesn't know, or can't check" };
  const given = isListed(about)
    ? about.answers.map(({ id, label }) => ({ id: `answer:${id}`, label }))
    : [{ id: 'value', label: 'Another value' }];
  const reply = await front.choose(numbered([...given, unknown]));
  const node = question.key;
  if (reply === leave) return undefined;
  if (reply === 'unsure') {
    const unsure = await front.choose(waysOfNotKnowing());
    return unsure === leave ? undefined : { node, unsure };
  }
  if (reply !== 'value') return { node, answer: reply.slice('answer:'.length) };
  const answer = about.fact === undefined ? undefined : await enterFact(desk, about.fact);
  return answer === undefined ? undefined : { node, answer };
}

function isListed({ expects, answers }: Pick<Asking, 'expects' | 'answers'>): boolean {
  return answers.length > 0 && expects !== 'choices';
}

/** Shows what a change would do to later answers, and asks whether to go through with it. */
async function confirmed(desk: Desk, seen: Preview): Promise<boolean> {
  const { call, front, style } = desk;
  const { facts } = await call.now();
  const moves = await trail(call.kb, call.session());
  const lines = (name: string, given: readonly Given[]): string[] =>
    given.map(({ event, act }) => {
      const move = moves.find(({ reason }) => 'event' in reason && reason.event === event);
      const words = move && moveInWords(call.kb, facts, move);
      return style.aside(name, words ?? replyWords(act));
    });
  const effects = [
    ...lines('Kept', seen.kept),
    ...lines('Asked again', seen.again),
    ...lines('Not asked on this way (kept in case it is)', seen.dropped),
  ];
  front.show(
    [style.heading('What this change does:'), ...effects, style.aside('Then', whereTo(desk, seen))].join('\n'),
  );
  const choice = await front.choose(
    numbered([
      { id: 'change', label: 'Change it' },
      { id: leave, label: 'Leave it as it was' },
    ]),
  );
  return choice === 'change';
}

/** Tells facts; where that changes what was answered before, only after showing what it does. @returns whether they were taken. */
export async function tellFacts(desk: Desk, facts: Readonly<Record<string, FactValue>>): Promise<boolean> {
  const { call } = desk;
  const input = { tell: facts };
  const seen = await previewOf(call.kb, call.session(), input);
  const changes = !('refused' in seen) && (seen.again.length > 0 || seen.dropped.length > 0);
  return changes && !(await confirmed(desk, seen)) ? false : take(desk, input);
}

function replyWords(act: Given['act']): string {
  if ('answer' in act) return labelOf([], act.answer);
  if ('unsure' in act) return unsureWords(act.unsure);
  if ('tell' in act) return `told: ${Object.keys(act.tell).join(', ')}`;
  return 'question' in act ? act.question : '';
}

function whereTo({ call }: Desk, { situation: next }: Preview): string {
  const tree = call.kb.trees.get(next.tree)?.title ?? next.tree;
  switch (next.type) {
    case 'asking':
      return `the call asks: ${next.ask}`;
    case 'doing':
      return `the call goes on with step ${next.index + 1} of ${next.steps.length} in "${tree}"`;
    case 'isolated':
      return `the fault is: ${next.name}`;
    case 'referred':
      return `the call goes to: ${call.kb.desks.get(next.desk)?.name ?? next.desk}`;
    case 'fixed':
      return 'the problem is solved';
    case 'closed':
      return 'the call ends';
  }
}
