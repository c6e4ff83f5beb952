import { htmlPage, htmlText } from '../../../markup/index.js';
import type { Headline } from '../../headlines.js';
import type { Report } from '../../report.js';
import { cellText, isRate } from '../cell-text.js';
import type { ReportSet } from '../report-set.js';
import { barsSvg } from './bars.js';
import { linesSvg } from './lines.js';
import { look } from './look.js';
import { htmlTable } from './table.js';

/** One page with everything in it, to be handed to somebody: the charts are drawn already, and it has no script. */
export function renderHtml({ title, about, headlines, reports }: ReportSet): string {
  const links = reports.map(({ id, title: name }) => `<a href="#${htmlText(id)}">${htmlText(name)}</a>`);
  const body = `<header>
<h1>${htmlText(title)}</h1>
${about.map((line) => `<p class="soft">${htmlText(line)}</p>`).join('\n')}
</header>
<main>
${headlines.length === 0 ? '' : `<ul class="cards">${headlines.map(card).join('\n')}</ul>`}
${reports.length < 2 ? '' : `<nav aria-label="Reports">${links.join('\n')}</nav>`}
${reports.map(section).join('\n')}
</main>`;
  return htmlPage({ language: 'en', title, look, body });
}

function card({ title, kind, value, before }: Headline): string {
  const [figure = '', ...rest] = cellText(value, kind).split(isRate(value) ? ' of ' : '\n');
  const of = rest.length === 0 ? '' : `<span class="of">of ${htmlText(rest.join(' of '))}</span>`;
  const then = before === null ? '' : `<span class="before">before: ${htmlText(cellText(before, kind))}</span>`;
  return `<li><span class="soft">${htmlText(title)}</span><span class="figure">${htmlText(figure)}</span>${of}${then}</li>`;
}

function section(report: Report): string {
  const { id, title, question, meaning, notes } = report;
  const drawn = chartOf(report);
  return `<section id="${htmlText(id)}">
<h2>${htmlText(title)}</h2>
<p class="soft">${htmlText(question)}</p>
<p class="meaning">${htmlText(meaning)}</p>
${drawn === '' ? '' : `<div class="charts">${drawn}</div>`}
${htmlTable(report)}
<ul class="notes note">${notes.map((note) => `<li>${htmlText(note)}</li>`).join('')}</ul>
</section>`;
}

function chartOf(report: Report): string {
  const { chart } = report;
  if (chart === undefined) return '';
  if (chart.kind === 'bars') return barsSvg(report, chart.label, chart.value);
  return linesSvg(report, chart.label, chart.values);
}
