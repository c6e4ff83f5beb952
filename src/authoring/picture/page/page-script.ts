import { viewerScript } from './viewer-script.js';

/**
 * What the page does, as the script that stands in it: it runs in the reader's browser, reads what the page holds, and fetches
 * nothing. Texts are only ever shown, never read as markup.
 */
export const pageScript = `'use strict';
(() => {
${viewerScript}
const known = JSON.parse(by('calls').textContent);
let call, step = 0;
const follow = () => {
  const steps = call ? call.steps : [];
  svg.classList.toggle('following', steps.length > 0);
  for (const each of view.querySelectorAll('.walked, .here')) each.classList.remove('walked', 'here');
  steps.slice(0, step + 1).forEach(([node, edge], index) => {
    by(node).classList.add('walked');
    if (index >= step || !edge) return;
    for (const part of [by(edge), by(edge + '-label')]) if (part) part.classList.add('walked');
  });
  by('back').disabled = step <= 0;
  by('next').disabled = step >= steps.length - 1;
  const led = steps.length === 0 ? '' : steps[step][2];
  by('step').textContent = steps.length === 0 ? '' : 'step ' + (step + 1) + ' of ' + steps.length + (led === '' ? '' : ': ' + led);
  if (steps.length === 0) return;
  by(steps[step][0]).classList.add('here');
  show(by(steps[step][0]));
};
const move = (by_) => {
  const last = call ? call.steps.length - 1 : 0;
  step = Math.min(last, Math.max(0, step + by_));
  follow();
};

by('call').addEventListener('change', () => {
  const { value } = by('call');
  call = value === '' ? undefined : known[Number(value)];
  step = 0;
  follow();
  if (!call) show();
});
by('back').addEventListener('click', () => move(-1));
by('next').addEventListener('click', () => move(1));
Object.assign(moreKeys, { n: () => move(1), p: () => move(-1) });

openPicture();
begin();
const named = nodes.find((node) => '#' + node.dataset.id === decodeURIComponent(location.hash));
if (named) show(named);
})();
`;
