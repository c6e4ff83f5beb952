import type { Asking, Doing, Isolated } from '../../session/index.js';

/** The names by which an example can call what is open, the usual one first. */
export function namesOf(now: Asking | Doing | Isolated): readonly string[] {
  const { tree, node } = now;
  const atNode = [node, `${tree}/${node}`];
  if (now.type !== 'asking') return atNode;
  switch (now.purpose) {
    case 'fact':
      return [now.fact ?? ''];
    case 'verify':
      return [now.fault ?? '', `${tree}/${now.fault}`];
    case 'issue':
      return [now.issue ?? ''];
    case 'node':
      return now.fact === undefined ? atNode : [...atNode, now.fact];
    default:
      return atNode;
  }
}

/** Whether a question finds something out: not whether the caller agrees, has tried it, or knows an issue. */
export function findsOut({ purpose }: Pick<Asking, 'purpose'>): boolean {
  return purpose === 'node' || purpose === 'fact' || purpose === 'verify';
}
