import type { Tree } from '../../knowledge/index.js';
import { dayWritten } from './day-written.js';
import type { Chapter, Line } from './document.js';
import type { Numbering } from './numbering.js';
import { chapterName } from './refer-to.js';

const day = 86_400_000;

/** When each tree was looked through, and which are due: those without a date first, then those that have waited longest. */
export function reviewsChapter(
  numbering: Numbering,
  trees: readonly Tree[],
  date: string,
  after: number,
): readonly Chapter[] {
  const sorted = [...trees].sort((a, b) => ((a.reviewed ?? '') < (b.reviewed ?? '') ? -1 : 1));
  const rows = sorted.map(({ id, reviewed }) => {
    const due = reviewed === undefined ? undefined : dayAfter(reviewed, after);
    const isDue = due === undefined || due <= date;
    const when: Line =
      due === undefined
        ? [{ strong: 'due' }]
        : isDue
          ? [{ strong: `due since ${dayWritten(due)}` }]
          : [dayWritten(due)];
    return {
      isDue,
      cells: [[[chapterName(numbering, id)]], [[reviewed === undefined ? 'never' : dayWritten(reviewed)]], [when]],
    };
  });
  const due = rows.filter(({ isDue }) => isDue).length;
  const sum = due === 0 ? 'None is due.' : due === 1 ? 'One is due.' : `${due} are due.`;
  return [
    {
      id: 'reviews',
      title: 'Reviews',
      blocks: [
        { kind: 'line', line: [`Each chapter is looked through again ${after} days after its last review. ${sum}`] },
        { kind: 'table', head: ['Chapter', 'Reviewed', 'Again'], rows: rows.map(({ cells }) => ({ cells })) },
      ],
    },
  ];
}

/** The day so many days after another. */
function dayAfter(reviewed: string, days: number): string {
  return new Date(Date.parse(reviewed) + days * day).toISOString().slice(0, 10);
}
