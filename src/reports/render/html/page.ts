import type { Headline } from '../../headlines.js';
import type { Report } from '../../report.js';
import { cellText, isRate } from '../cell-text.js';
import type { ReportSet } from '../report-set.js';
import { barsSvg } from './bars.js';
import { escaped } from './escaped.js';
import { linesSvg } from './lines.js';
import { look } from './look.js';
import { htmlTable } from './table.js';

/** What a browser may do with the page: show it. No script runs, and nothing is fetched, whatever stands in a text. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** One page with everything in it, to be handed to somebody: the charts are drawn already, and it has no script. */
export function renderHtml({ title, about, headlines, reports }: ReportSet): string {
  const links = reports.map(({ id, title: name }) => `<a href="#${escaped(id)}">${escaped(name)}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${look}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
${about.map((line) => `<p class="soft">${escaped(line)}</p>`).join('\n')}
</header>
<main>
${headlines.length === 0 ? '' : `<ul class="cards">${headlines.map(card).join('\n')}</ul>`}
${reports.length < 2 ? '' : `<nav aria-label="Reports">${links.join('\n')}</nav>`}
${reports.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function card({ title, kind, value, before }: Headline): string {
  const [figure = '', ...rest] = cellText(value, kind).split(isRate(value) ? ' of ' : '\n');
  const of = rest.length === 0 ? '' : `<span class="of">of ${escaped(rest.join(' of '))}</span>`;
  const then = before === null ? '' : `<span class="before">before: ${escaped(cellText(before, kind))}</span>`;
  return `<li><span class="soft">${escaped(title)}</span><span class="figure">${escaped(figure)}</span>${of}${then}</li>`;
}

function section(report: Report): string {
  const { id, title, question, meaning, notes } = report;
  const drawn = chartOf(report);
  return `<section id="${escaped(id)}">
<h2>${escaped(title)}</h2>
<p class="soft">${escaped(question)}</p>
<p class="meaning">${escaped(meaning)}</p>
${drawn === '' ? '' : `<div class="charts">${drawn}</div>`}
${htmlTable(report)}
<ul class="notes note">${notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>
</section>`;
}

function chartOf(report: Report): string {
  const { chart } = report;
  if (chart === undefined) return '';
  if (chart.kind === 'bars') return barsSvg(report, chart.label, chart.value);
  return linesSvg(report, chart.label, chart.values);
}
