import { htmlPage, htmlText } from '../../markup/index.js';
import { dayWritten } from './day-written.js';
import type { Block, Chapter, Line, Manual, Part, Piece } from './document.js';
import { look } from './look.js';
import { runningHeads } from './running-heads.js';

/** A manual as one HTML page that is printed, or read on a screen: without scripts, and nothing in it is fetched. */
export function renderHtml(manual: Manual): string {
  const { title, language, date, about, parts } = manual;
  const body = `<header>
<p class="kind">Handbook</p>
<h1>${htmlText(title)}</h1>
<p class="date">As of ${dayWritten(date)}</p>
${about.map((line) => `<p>${htmlText(line)}</p>`).join('\n')}
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
${parts.map(contentsOf).join('\n')}
</nav>
<main>
${parts.map(partHtml).join('\n')}
</main>`;
  return htmlPage({ language, title, look: `${look}${runningHeads(manual)}`, body });
}

function contentsOf({ title, chapters }: Part): string {
  const lines = chapters.map(({ id, number, title: name }) => {
    const figure = number === undefined ? '' : `<b>${number}</b> `;
    return `<li><a href="#${htmlText(id)}">${figure}${htmlText(name)}</a></li>`;
  });
  return `<section><h3>${htmlText(title)}</h3>\n<ul>${lines.join('\n')}</ul></section>`;
}

function partHtml({ title, chapters }: Part): string {
  return chapters.map((chapter) => chapterHtml(chapter, title)).join('\n');
}

function chapterHtml({ id, number, title, blocks }: Chapter, part: string): string {
  const figure = number === undefined ? '' : `<span class="figure">${number}</span> `;
  return `<section class="chapter" id="${htmlText(id)}">
<p class="part">${htmlText(part)}</p>
<h2>${figure}${htmlText(title)}</h2>
${blocks.map(blockHtml).join('\n')}
</section>`;
}

/** With more lines than this an entry may go on over the page: keeping it together would leave half a page empty. */
const longEntry = 14;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${htmlText(block.text)}</h3>`;
    case 'line':
      return `<p${block.look === undefined ? '' : ` class="${block.look}"`}>${lineHtml(block.line)}</p>`;
    case 'list': {
      const tag = block.look === 'numbers' ? 'ol' : 'ul';
      const items = block.items.map((lines) => `<li>${linesHtml(lines)}</li>`);
      return `<${tag} class="${block.look}">${items.join('\n')}</${tag}>`;
    }
    case 'table': {
      const head = block.head.map((title) => `<th>${htmlText(title)}</th>`).join('');
      const rows = block.rows.map(({ id, cells }) => {
        const place = id === undefined ? '' : ` id="${htmlText(id)}"`;
        return `<tr${place}>${cells.map((lines) => `<td>${linesHtml(lines)}</td>`).join('')}</tr>`;
      });
      return `<table><thead><tr>${head}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
    }
    case 'entry': {
      const long = block.blocks.reduce((sum, each) => sum + heightOf(each), 0) > longEntry ? ' long' : '';
      const plain = block.number === '' ? ' plain' : '';
      const [first, ...rest] = block.blocks;
      const number = block.number === '' ? '' : `<span class="number">${htmlText(block.number)}</span>`;
      const head = first?.kind === 'line' ? blockHtml(first) : '';
      const body = (first?.kind === 'line' ? rest : block.blocks).map(blockHtml);
      return `<div class="entry${long}${plain}" id="${htmlText(block.id)}"><div class="head">${number}${head}</div>
${body.join('\n')}</div>`;
    }
  }
}

function heightOf(block: Block): number {
  return block.kind === 'list' ? block.items.reduce((sum, lines) => sum + lines.length, 0) : 1;
}

function linesHtml(lines: readonly Line[]): string {
  const [first = [], ...rest] = lines;
  return `${lineHtml(first)}${rest.map((line) => `<div class="more">${lineHtml(line)}</div>`).join('')}`;
}

function lineHtml(line: Line): string {
  return line.map(pieceHtml).join('');
}

function pieceHtml(piece: Piece): string {
  if (typeof piece === 'string') return htmlText(piece);
  if ('strong' in piece) return `<b>${htmlText(piece.strong)}</b>`;
  if ('said' in piece) return `<span class="said">“${htmlText(piece.said)}”</span>`;
  if ('soft' in piece) return `<span class="soft">${htmlText(piece.soft)}</span>`;
  return `<a href="#${htmlText(piece.to)}">${htmlText(piece.text)}</a>`;
}
