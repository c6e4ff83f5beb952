import type { Asking, Input, Situation } from '../../src/index.js';
import { choose, chooseByWeight } from './choose.js';

const unsure = [
  ['dont-know', 5],
  ['cant-check', 3],
  ['not-applicable', 1],
  ['declined', 1],
] as const;

const models = ['Tarn 400', 'Tarn 420', 'Fell 7', 'Fell 9', 'Moor X', 'Moor XL', 'Beck 15', 'Holm 2'] as const;

/** What a caller would plausibly say to what is open: mostly an answer, mostly that the fix has helped. */
export function plausibleReply(now: Situation, next: () => number): Input {
  if (now.type !== 'asking') return { done: true };
  if (now.purpose === 'verify') return verification(now, next);
  if (now.purpose === 'issue') return { answer: next() < 0.1 ? 'yes' : 'no' };
  if (now.purpose === 'consent' || now.purpose === 'tried') return { answer: next() < 0.8 ? 'yes' : 'no' };
  if (next() < 0.08) return { unsure: chooseByWeight(unsure, next) };
  return answer(now, next);
}

function verification(now: Asking, next: () => number): Input {
  const chance = next();
  if (chance < 0.66 || now.answers.length < 3) return { answer: chance < 0.66 ? 'yes' : 'no' };
  return { answer: choose(now.answers, next).id };
}

function answer({ expects, answers }: Asking, next: () => number): Input {
  if (answers.length > 0) {
    // The first ones are the usual ones: authors write them so.
    const { id } = chooseByWeight(
      answers.map((each, index) => [each, 1 / (index + 1)] as const),
      next,
    );
    return { answer: expects === 'choices' ? [id] : id };
  }
  if (expects === 'number') return { answer: 1 + Math.floor(next() * 20) };
  if (expects === 'date') return { answer: `2026-0${1 + Math.floor(next() * 9)}-1${Math.floor(next() * 10)}` };
  return { answer: choose(models, next) };
}
