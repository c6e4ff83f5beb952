import { viewerLook } from '../../picture/page/viewer-look.js';

/** How the preview looks, by day and by night: three columns, two by two in half a screen, one below the other where it is narrow. */
export const previewLook = `
:root { color-scheme: light dark; --text: #1c2733; --soft: #566573; --page: #ffffff; --card: #f3f6f9; --rule: #d5dde5; --mark: #1769aa; --here: #d9480f; --error: #b42318; --warning: #8a5300; --good: #1b7f4b; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebf0; --soft: #9fb0c0; --page: #12181f; --card: #1c252f; --rule: #334150; --mark: #6cb6f5; --here: #ffa94d; --error: #ff9d8f; --warning: #f2c14e; --good: #69d39b; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--page); color: var(--text); font: 14px/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding: .45rem .8rem; border-bottom: 1px solid var(--rule); }
h1 { font-size: 1rem; margin: 0; }
h2 { font-size: .95rem; margin: 0; }
h3 { font-size: 1rem; margin: .2rem 0 .5rem; }
header p { margin: 0; overflow-wrap: anywhere; }
#state { margin-left: auto; }
.soft { color: var(--soft); }
.banner { margin: 0; padding: .5rem .8rem; background: var(--error); color: var(--page); font-weight: bold; }
.note { margin: 0; padding: .45rem .7rem; border-left: 4px solid var(--here); background: var(--card); white-space: pre-line; }
main { flex: 1; min-height: 0; display: grid; grid-template-columns: 20rem minmax(0, 1fr) 23rem; }
main > section { min-width: 0; min-height: 0; }
main > section + section { border-left: 1px solid var(--rule); }
#side { display: flex; flex-direction: column; }
#trees-part { display: flex; flex-direction: column; max-height: 38%; padding: .5rem .7rem; border-bottom: 1px solid var(--rule); }
#tree-find { margin: .3rem 0; }
#trees { list-style: none; margin: 0; padding: 0; overflow-y: auto; min-height: 2rem; }
#trees a { display: flex; gap: .4rem; justify-content: space-between; padding: .2rem .4rem; border-radius: .3rem; color: inherit; text-decoration: none; }
#trees a:hover { background: var(--card); }
#trees a[aria-current] { background: var(--mark); color: var(--page); }
#trees a > span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.counts { white-space: nowrap; font-size: .85em; }
.counts b { color: var(--error); }
#trees a[aria-current] .counts b { color: inherit; }
#findings-part { flex: 1; min-width: 0; min-height: 0; display: flex; flex-direction: column; }
#findings { overflow-y: auto; padding: 0 .7rem .8rem; }
#findings h3 { margin: .7rem 0 .2rem; font-size: .85rem; color: var(--soft); }
.bar { display: flex; flex-wrap: wrap; gap: .3rem .8rem; align-items: center; padding: .45rem .7rem; border-bottom: 1px solid var(--rule); }
.bar label { font-size: .9em; margin-left: auto; }
.tools label { margin-left: 0; }
.tools h2 { flex: 1 0 100%; }
.tools span { display: flex; gap: .2rem; align-items: center; }
.finding { margin: .5rem 0; padding: .4rem .55rem; border-left: 4px solid var(--rule); background: var(--card); border-radius: 0 .3rem .3rem 0; overflow-wrap: anywhere; }
.finding.error { border-color: var(--error); }
.finding.warning { border-color: var(--warning); }
.finding.advice { border-color: var(--mark); }
.finding p { margin: .15rem 0; }
.finding .place { font-size: .85em; color: var(--soft); }
.finding .level { font-weight: bold; }
.error > p > .level { color: var(--error); }
.warning > p > .level { color: var(--warning); }
.advice > p > .level { color: var(--mark); }
.finding[data-node] > .message { cursor: pointer; }
pre { margin: .3rem 0; padding: .35rem .5rem; overflow-x: auto; background: var(--page); border: 1px solid var(--rule); border-radius: .3rem; font: 12px/1.4 "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.link { border: 0; background: none; padding: 0; color: var(--mark); text-decoration: underline; font-size: .9em; text-align: left; }
#find { width: 8rem; }
.page:empty { display: none; }
.page { border-top: 1px solid var(--rule); margin-top: .4rem; }
#drawn { display: flex; flex-direction: column; position: relative; }
#stage { flex: 1; min-height: 12rem; overflow: hidden; touch-action: none; cursor: grab; position: relative; }
#stage > svg { width: 100%; height: 100%; display: block; }
#stage > p, #stage > pre { margin: .8rem 1rem; }
#panel { max-height: 34%; overflow-y: auto; padding: .6rem .8rem; border-top: 1px solid var(--rule); overflow-wrap: break-word; }
#panel h2 { margin: .2rem 0 .4rem; }
#panel p { margin: 0; }
#hint { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
#hint svg { width: 15rem; height: auto; margin-top: .5rem; }
#hint details { margin-left: auto; }
#panel-close { float: right; }
#panel:has(> #hint:not([hidden])) > #panel-close { display: none; }
dt { font-weight: bold; font-size: .85rem; color: var(--soft); margin-top: .5rem; }
dd { margin: .1rem 0 0; }
#panel ol, #panel ul { margin: 0; padding-left: 1.3rem; }
dd button { border: 0; background: none; padding: 0; color: var(--mark); text-align: left; text-decoration: underline; }
button, input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--rule); border-radius: .3rem; padding: .2rem .5rem; max-width: 100%; }
input[type=checkbox] { width: auto; vertical-align: -1px; }
button:disabled { opacity: .45; }
button:not(:disabled), summary { cursor: pointer; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
output { color: var(--soft); font-size: .9em; }
#talk { overflow-y: auto; }
#talk > .bar { position: sticky; top: 0; background: var(--page); z-index: 1; }
#talk > .bar h2 { flex: 1; }
#call-now, #call-more, #talk > details { padding: .5rem .8rem; }
#talk > details { border-top: 1px solid var(--rule); }
summary { font-weight: bold; }
.say { border-left: 5px solid var(--mark); padding: .1rem .7rem; margin: .4rem 0; font-size: 1.05rem; overflow-wrap: anywhere; }
.say p { margin: .3rem 0; }
.aside { margin: .25rem 0; overflow-wrap: anywhere; }
.aside b { color: var(--soft); font-weight: bold; }
.answers { display: grid; gap: .3rem; margin: .6rem 0 .3rem; padding: 0; list-style: none; }
.answers button { width: 100%; text-align: left; padding: .4rem .6rem; overflow-wrap: anywhere; }
.answers b { color: var(--mark); margin-right: .5rem; }
.row { display: flex; flex-wrap: wrap; gap: .3rem; align-items: center; margin: .4rem 0; }
.row button { font-size: .9em; }
#way { margin: .3rem 0; padding-left: 1.5rem; overflow-wrap: anywhere; }
.example { margin: .45rem 0; }
.example p { margin: 0; }
.example .passed { color: var(--good); }
.example .failed { color: var(--error); font-weight: bold; }
.example ul { margin: .2rem 0 .2rem .9rem; padding-left: .8rem; font-size: .9em; overflow-wrap: anywhere; }
.stale #stage > svg { opacity: .4; }
.stale #call-now, .stale #examples { opacity: .6; }
@media (max-width: 70rem) {
  main { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: minmax(9rem, 30%) minmax(0, 1fr); }
  #side { grid-column: 1 / 3; flex-direction: row; border-bottom: 1px solid var(--rule); }
  #trees-part { flex: 0 0 16rem; max-height: none; border-bottom: 0; border-right: 1px solid var(--rule); }
  #drawn { border-left: 0 !important; }
}
@media (max-width: 56rem) {
  body, html { height: auto; }
  main { display: block; }
  main > section + section { border-left: 0; border-top: 1px solid var(--rule); }
  #side { display: flex; height: 15rem; }
  #drawn { height: 30rem; }
  #talk { overflow: visible; }
}
@media (max-width: 36rem) {
  #side { display: block; height: auto; }
  #trees-part { max-height: 10rem; border-right: 0; border-bottom: 1px solid var(--rule); }
  #findings { max-height: 16rem; }
}
${viewerLook}`;
