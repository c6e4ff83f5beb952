import { viewerLook } from './viewer-look.js';

/** How the page looks, by day and by night. Nothing in it is fetched. */
export const pageLook = `
:root { color-scheme: light dark; --text: #1c2733; --soft: #566573; --page: #ffffff; --card: #f3f6f9; --rule: #d5dde5; --mark: #1769aa; --here: #d9480f; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebf0; --soft: #9fb0c0; --page: #12181f; --card: #1c252f; --rule: #334150; --mark: #6cb6f5; --here: #ffa94d; }
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--page); color: var(--text); font: 15px/1.45 Arial, Helvetica, "Liberation Sans", sans-serif; }
header { padding: .6rem 1rem; border-bottom: 1px solid var(--rule); }
h1 { font-size: 1.15rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: .2rem 0 .6rem; }
.soft { color: var(--soft); }
.tools { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; align-items: center; font-size: .9rem; }
.tools > div { display: flex; gap: .35rem; align-items: center; }
button, input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--rule); border-radius: .3rem; padding: .25rem .6rem; }
button:disabled { opacity: .45; }
button:not(:disabled) { cursor: pointer; }
input { width: 13rem; }
select { max-width: 17rem; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
output { min-width: 4.5rem; color: var(--soft); }
main { flex: 1; min-height: 0; display: flex; }
#stage { flex: 1; min-width: 0; overflow: hidden; touch-action: none; cursor: grab; position: relative; }
#stage > svg { width: 100%; height: 100%; display: block; }
#panel { width: 24rem; overflow-y: auto; padding: .8rem 1rem 2rem; border-left: 1px solid var(--rule); overflow-wrap: break-word; }
.about p, #hint p { margin: 0; }
dt { font-weight: bold; font-size: .85rem; color: var(--soft); margin-top: .7rem; }
dd { margin: .1rem 0 0; }
ol, ul { margin: 0; padding-left: 1.3rem; }
li { margin: .25rem 0; }
dd button { border: 0; background: none; padding: 0; color: var(--mark); text-align: left; text-decoration: underline; }
#hint svg { width: 100%; height: auto; margin-top: .8rem; }
@media (max-width: 50rem) {
  main { flex-direction: column; }
  #panel { width: auto; max-height: 45%; border-left: 0; border-top: 1px solid var(--rule); }
}
${viewerLook}.tree-picture.following .node:not(.walked) { opacity: .3; }
.tree-picture.following .edge:not(.walked) { opacity: .16; }
@media print {
  header .tools, #panel { display: none; }
}
`;
