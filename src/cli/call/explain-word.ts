import type { Desk } from './desk.js';

/** Shows what a word of the glossary means, as it is said to a caller, and what the thing looks like. */
export function explainWord({ call, front, style }: Desk, asked: string): void {
  const wanted = asked.trim().toLowerCase();
  const found = [...call.kb.glossary].find(([term]) => [wanted, wanted.replace(/s$/, '')].includes(term.toLowerCase()));
  if (found === undefined) {
    front.show(style.problem(`The glossary does not have "${asked.trim().slice(0, 40)}".`));
    return;
  }
  const [term, { plain, looksLike }] = found;
  front.show(style.say(`${term}: ${plain}`));
  if (looksLike !== undefined) front.show(style.say(looksLike));
}
