import { durationInWords } from '../../instructions/index.js';
import type { KnowledgeBase, Step } from '../../knowledge/index.js';
import { confusedLines } from './confused-lines.js';
import type { Line } from './document.js';
import type { Numbering } from './numbering.js';
import { procedurePieces } from './procedure-pieces.js';
import { sheetKey } from './procedure-sheets.js';
import { conditionWritten, places, withGaps } from './refer-to.js';

/** Steps as the items of a list. A procedure that is used in several places is referred to, another is written out. */
export function stepItems(numbering: Numbering, steps: readonly Step[]): readonly (readonly Line[])[] {
  const { kb, sheets } = numbering;
  return procedurePieces(steps).flatMap((piece): readonly (readonly Line[])[] => {
    if ('step' in piece) return [stepLines(kb, piece.step)];
    const sheet = sheets.get(sheetKey(piece.procedure, piece.steps));
    const title = sheet?.title ?? piece.procedure;
    const condition = piece.when === undefined ? '' : `If ${conditionWritten(kb, piece.when)}: `;
    if (sheet?.number !== undefined) {
      const reference = { to: places.sheet(sheet.number), text: `${sheet.number}, ${title}` };
      return [[[condition === '' ? 'Do ' : `${condition}do `, reference, '.']]];
    }
    return piece.steps.map((step, index) => [
      ...(index === 0 ? [[{ soft: `${condition}${title} (${counted(piece.steps.length)})` }]] : []),
      ...stepLines(kb, step),
    ]);
  });
}

function counted(steps: number): string {
  return steps === 1 ? '1 step' : `${steps} steps`;
}

/** One step: what is read aloud, what one should then see, how long it takes, and what the agent has to know. */
export function stepLines(kb: KnowledgeBase, step: Step): readonly Line[] {
  const { when, say, expect, wait, risky, note, ifConfused } = step;
  const condition = when === undefined ? [] : [`If ${conditionWritten(kb, when)}: `];
  return [
    ...(risky ? [[{ strong: 'This cannot be undone: go on only if the caller agrees.' }]] : []),
    [...condition, { said: withGaps(kb, say) }],
    ...(expect === undefined ? [] : [[{ soft: 'Expect: ' }, withGaps(kb, expect)]]),
    ...(wait === undefined ? [] : [[{ soft: 'Takes: ' }, durationInWords(wait)]]),
    ...(note === undefined ? [] : [[{ soft: 'Note: ' }, withGaps(kb, note)]]),
    ...confusedLines(kb, ifConfused),
  ];
}
