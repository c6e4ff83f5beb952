import { displayWidth } from '../../source/index.js';

/** Letters of Arial and Helvetica by their width, in hundredths of the size of the letters. */
const widths: readonly (readonly [string, number])[] = [
  ["ijl'|", 24],
  ['It.,:;!/\\ f()[]-`r', 31],
  ['*"{}cksvxyzJ', 48],
  ['mM%W@…—', 94],
  ['wCGHNOQRUDABEKPSVXY&', 74],
];
const byLetter = new Map(widths.flatMap(([letters, width]) => [...letters].map((letter) => [letter, width] as const)));

/**
 * About how wide a text is when it is drawn, in the unit of `size`, which is that of its letters. Rather too wide than too
 * narrow, since nobody knows which font a reader has.
 */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const letter of text) hundredths += byLetter.get(letter) ?? [0, 58, 105][displayWidth(letter)] ?? 58;
  return (hundredths * size * 1.06) / 100;
}
