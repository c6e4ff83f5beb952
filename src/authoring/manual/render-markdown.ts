import { markdownTable, markdownText } from '../../markup/index.js';
import { dayWritten } from './day-written.js';
import type { Block, Chapter, Line, Manual, Piece } from './document.js';

/** A manual in Markdown. Texts of the knowledge base are text in it, never marks; it has no links, only the numbers. */
export function renderMarkdown({ title, date, about, parts }: Manual): string {
  const contents = parts.flatMap(({ title: part, chapters }) => [
    `- ${markdownText(part)}`,
    ...chapters.map((chapter) => `  - ${markdownText(chapterTitle(chapter))}`),
  ]);
  const blocks = [
    `# ${markdownText(title)}`,
    `Handbook, as of ${dayWritten(date)}`,
    ...about.map(markdownText),
    '## Contents',
    contents.join('\n'),
    ...parts.flatMap(({ title: part, chapters }) => [`## ${markdownText(part)}`, ...chapters.flatMap(chapterText)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function chapterTitle({ number, title }: Chapter): string {
  return number === undefined ? title : `${number}: ${title}`;
}

function chapterText(chapter: Chapter): readonly string[] {
  return [`### ${markdownText(chapterTitle(chapter))}`, ...chapter.blocks.map(blockText)];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `#### ${markdownText(block.text)}`;
    case 'line':
      return block.look === 'caution' ? `> ${lineText(block.line)}` : lineText(block.line);
    case 'list':
      return block.items
        .map((lines, index) => {
          const mark = block.look === 'numbers' ? `${index + 1}. ` : '- ';
          return `${mark}${lines.map(lineText).join(`  \n${' '.repeat(mark.length)}`)}`;
        })
        .join('\n');
    case 'table':
      return markdownTable(
        block.head.map(markdownText),
        block.rows.flatMap(({ cells }) => rowsOf(cells)),
      );
    case 'entry': {
      const [first, ...rest] = block.blocks;
      const head = first?.kind === 'line' ? [lineText(first.line)] : first === undefined ? [] : ['', blockText(first)];
      const number = block.number === '' ? '' : `**${block.number}.** `;
      return [`${number}${head[0] ?? ''}`.trimEnd(), ...head.slice(1), ...rest.map(blockText)].join('\n\n');
    }
  }
}

/** A row whose cells have several lines becomes several rows: a cell in Markdown has only one line. */
function rowsOf(cells: readonly (readonly Line[])[]): readonly (readonly string[])[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => cells.map((lines) => lineText(lines[at] ?? [])));
}

function lineText(line: Line): string {
  return line.map(pieceText).join('');
}

function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return markdownText(piece);
  // Marks hold only right at a word: the blanks around it stay outside.
  if ('strong' in piece) return markdownText(piece.strong).replace(/^(\s*)(.*?)(\s*)$/, '$1**$2**$3');
  if ('said' in piece) return `“${markdownText(piece.said)}”`;
  return markdownText('soft' in piece ? piece.soft : piece.text);
}
