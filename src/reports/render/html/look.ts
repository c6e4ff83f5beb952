/** How the page looks: on paper, by day and by night, on a wall and on a telephone. Nothing in it is fetched. */
export const look = `
:root { color-scheme: light dark; --text: #1c2733; --soft: #566573; --page: #fff; --card: #f3f6f9; --rule: #d5dde5; --mark: #1769aa; --behind: #cfe3f5; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebf0; --soft: #9fb0c0; --page: #12181f; --card: #1c252f; --rule: #334150; --mark: #6cb6f5; --behind: #23425f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 78rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 0; }
p { margin: .4rem 0; }
a { color: var(--mark); }
.soft, .note { color: var(--soft); }
.note { font-size: .85rem; }
ul.notes { margin: .6rem 0 0; padding-left: 1.1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.4rem, 1fr)); gap: .8rem; margin: 1.5rem 0; padding: 0; list-style: none; }
.cards li { background: var(--card); border-radius: .5rem; padding: .8rem; }
.cards .figure { display: block; font-size: 1.5rem; font-weight: 650; line-height: 1.2; }
.cards .of, .cards .before { display: block; font-size: .85rem; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: .7rem 0; border-block: 1px solid var(--rule); font-size: .95rem; }
section { margin-top: 2.5rem; }
.meaning { font-weight: 600; margin: .5rem 0 .8rem; }
.charts { display: grid; gap: 1.2rem 2rem; margin: 1rem 0; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); }
.chart { width: 100%; max-width: 40rem; height: auto; display: block; overflow: visible; }
.chart text { font-size: 13px; fill: var(--text); }
.chart .value, .chart .axis { fill: var(--soft); font-size: 12px; }
.chart .name { font-weight: 600; }
.bar { fill: var(--mark); }
.rule { stroke: var(--rule); }
.curve { fill: none; stroke: var(--mark); stroke-width: 2; stroke-linejoin: round; }
.dot { fill: var(--mark); }
.spark { width: 7rem; height: 1.4rem; display: block; }
.spark .curve { stroke-width: 1.5; }
summary { cursor: pointer; color: var(--mark); padding: .5rem 0; font-size: .9rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--rule); unicode-bidi: isolate; overflow-wrap: break-word; }
td.text:first-child { min-width: 14rem; }
td.text { min-width: 9rem; }
td.list { min-width: 11rem; }
td.day { white-space: nowrap; }
thead th { color: var(--soft); font-weight: 600; border-bottom-width: 2px; vertical-align: bottom; overflow-wrap: normal; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.behind { display: block; min-width: 5rem; padding: 0 .3rem; background: linear-gradient(to right, var(--behind) var(--part), transparent var(--part)); border-radius: .2rem; }
@media (max-width: 40rem) {
  body { padding-top: 1rem; }
  .cards { grid-template-columns: 1fr 1fr; gap: .5rem; }
  .cards .figure { font-size: 1.3rem; }
  table, tbody, tfoot { display: block; }
  thead { display: none; }
  tr { display: block; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  td, tfoot th { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: .1rem 0; text-align: right; font-weight: inherit; white-space: normal; }
  td.text, td.text:first-child, td.list { min-width: 0; }
  td:first-child { display: block; text-align: left; font-weight: 600; }
  td::before, tfoot th::before { content: attr(data-title); color: var(--soft); text-align: left; font-weight: 400; flex: none; }
  td:first-child::before, tfoot th:first-child::before, td:empty, tfoot th:empty { content: none; display: none; }
}
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --page: #fff; --card: #fff; --rule: #bbb; --mark: #1769aa; --behind: #dde9f4; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  .cards li { border: 1px solid var(--rule); }
  .bar, .behind, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  h2, .meaning, .chart, tr, .cards li { break-inside: avoid; }
  h2, .meaning { break-after: avoid; }
  thead { display: table-header-group; }
}
`;
