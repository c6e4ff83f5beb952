import { asked, faultName, type KnowledgeBase, labelOf, type Move, type Question, unsureWords } from '../../index.js';

/** The way of a call in few words: `Power: on`, `Link: Wi-Fi`, `Restart: done`. What says nothing to a person is left out. */
export function breadcrumb(kb: KnowledgeBase, moves: readonly Move[]): readonly string[] {
  const crumbs = moves.flatMap((move) => crumbOf(kb, move) ?? []);
  // Several steps of one node are one place.
  return crumbs.filter((crumb, at) => crumb !== crumbs[at - 1]);
}

function crumbOf(kb: KnowledgeBase, move: Move): string | undefined {
  const { reason } = move;
  const here = inWords(move.node);
  const steps = kb.trees.get(move.tree)?.nodes.get(move.node)?.kind === 'fault' ? 'Fix' : here;
  switch (reason.kind) {
    case 'answered': {
      // That steps were agreed to, or were not surely done before, is no place on the way.
      if (reason.question.purpose === 'consent' || reason.question.purpose === 'tried') return undefined;
      const label = labelOf(asked(kb, move, reason.question).answers, reason.value);
      return `${subjectOf(kb, move, reason.question)}: ${lowered(label)}`;
    }
    case 'unsure':
      return `${subjectOf(kb, move, reason.question)}: ${unsureWords(reason.unsure)}`;
    case 'skipped':
      return `${reason.question === undefined ? steps : subjectOf(kb, move, reason.question)}: skipped`;
    case 'tried':
      return `${here}: tried`;
    case 'done':
      return `${steps}: done`;
    case 'not-agreed':
      return `${steps}: not agreed to`;
    case 'explained':
      return faultName(kb, `${move.tree}/${reason.fault}`);
    case 'postponed':
      return `${subjectOf(kb, move, reason.question)}: put off`;
    case 'jumped':
      return `to ${inWords(reason.to.node)}`;
    case 'came-back':
      return `back to ${inWords(reason.to.node)}`;
    case 'problem':
      return kb.trees.get(reason.to.tree)?.title;
    case 'referred':
      return kb.desks.get(reason.desk)?.name;
    case 'inside':
      return move.edge?.to.kind === 'tree' ? `back to ${kb.trees.get(move.edge.to.tree)?.title}` : undefined;
    case 'visited':
      return move.edge?.to.kind === 'tree' ? kb.trees.get(move.edge.to.tree)?.title : undefined;
    default:
      return undefined;
  }
}

/** A fact by its title, a fix by what it is, any other question by the name that its author gave the node. */
function subjectOf(kb: KnowledgeBase, { node }: Move, question: Question): string {
  if (question.purpose === 'verify') return 'Fixed';
  if (question.purpose === 'issue') return 'Known issue';
  const fact = question.purpose === 'fact' ? kb.facts.get(question.fact) : undefined;
  return fact?.title ?? inWords(node);
}

function inWords(name: string): string {
  const words = name.replaceAll(/[-_.]+/g, ' ').trim();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The start of a label: up to its first comma or bracket, and in small letters where that does not change the word. */
function lowered(label: string): string {
  const start = label.split(/[,;(]/)[0]?.trim() || label;
  return /^[A-Z][a-z]+(?: [a-z]+)*$/.test(start) && /^(?:Yes|No|On|Off|It|The|A|Not?|All|None|Nothing)\b/.test(start)
    ? start.slice(0, 1).toLowerCase() + start.slice(1)
    : start;
}
