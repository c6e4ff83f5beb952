/** How the manual looks on paper and on a screen. Nothing in it is fetched. */
export const look = `
:root { color-scheme: light dark; --text: #1c2733; --soft: #566573; --page: #fff; --card: #f3f6f9; --rule: #d5dde5; --mark: #1769aa; --caution: #9a3412; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebf0; --soft: #9fb0c0; --page: #12181f; --card: #1c252f; --rule: #334150; --mark: #6cb6f5; --caution: #fdba74; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 50rem; background: var(--page); color: var(--text);
  font: 1rem/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 2rem; line-height: 1.15; margin: .3rem 0 1rem; }
h2 { font-size: 1.45rem; line-height: 1.2; margin: 0 0 1rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .6rem; }
p { margin: .3rem 0; }
a { color: var(--mark); text-decoration-thickness: 1px; text-underline-offset: .15em; }
.soft { color: var(--soft); }
.kind, .part { color: var(--soft); letter-spacing: .06em; text-transform: uppercase; font-size: .8rem; }
.date { font-size: 1.15rem; }
.caution { border-left: .25rem solid var(--caution); padding: .2rem .7rem; }
nav { margin: 2.5rem 0; }
nav h3 { margin: 1.1rem 0 .2rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { padding: .1rem 0; }
nav a { text-decoration: none; }
nav b { display: inline-block; min-width: 1.8rem; }
.chapter { margin-top: 4rem; border-top: 2px solid var(--rule); padding-top: 1rem; }
h2 .figure { color: var(--mark); margin-right: .3rem; }
.entry { padding: 0 0 .7rem 3.4rem; }
.entry .head { position: relative; margin-left: -3.4rem; padding: .6rem 0 0 3.4rem; min-height: 2.4rem; border-top: 1px solid var(--rule); }
.entry.plain, .entry.plain .head { padding-left: 0; margin-left: 0; min-height: 0; }
.number { position: absolute; left: 0; top: .7rem; min-width: 2.3rem; padding: .1rem .3rem; text-align: center; font-weight: 700;
  border: 1.5px solid currentColor; border-radius: .35rem; }
.entry:target, tr:target { background: var(--card); }
ul, ol { margin: .4rem 0; padding-left: 1.4rem; }
li { margin: .25rem 0; }
ul.columns { columns: 2 18rem; column-gap: 2rem; }
ul.columns li { break-inside: avoid; margin: 0; padding-bottom: .25rem; }
ul.answers { list-style: none; padding-left: 0; }
ul.answers > li { padding-left: 1.3rem; text-indent: -1.3rem; margin: .15rem 0; }
ul.answers > li::before { content: "→"; display: inline-block; width: 1.3rem; text-indent: 0; color: var(--soft); }
.more { margin-top: .1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-bottom: 1px solid var(--rule); }
th { color: var(--soft); font-weight: 600; }
@media screen and (max-width: 34rem) {
  .entry { padding-left: 0; }
  .entry .head { margin-left: 0; }
}
@page { size: A4; margin: 20mm 18mm 18mm 20mm;
  @bottom-right { content: counter(page); font: 9pt system-ui, sans-serif; color: #444; }
  @top-right { font: 8pt system-ui, sans-serif; color: #444; } }
@page :first { @bottom-right { content: ""; } }
@media print {
  :root { color-scheme: light; --text: #000; --soft: #444; --page: #fff; --card: #fff; --rule: #bbb; --mark: #000; --caution: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  header { padding-top: 70mm; }
  nav { break-before: page; margin: 0; }
  nav section { break-inside: avoid; }
  nav li a::after { content: leader('.') target-counter(attr(href url), page); }
  .chapter { break-before: page; margin: 0; border: 0; padding: 0; }
  h2, h3, .part, thead { break-after: avoid; }
  .entry, li, tr, .caution { break-inside: avoid; }
  .entry.long { break-inside: auto; }
  .entry .head { break-inside: avoid; break-after: avoid; }
  p:has(+ ul), p:has(+ ol) { break-after: avoid; }
  .entry > ul.answers { break-inside: avoid; }
  p, li, td { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  a { text-decoration: none; font-weight: 600; }
  nav a { font-weight: inherit; }
}
`;
