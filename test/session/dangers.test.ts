import { expect, test } from '@jest/globals';
import { dangers, situation, start, step } from '../../src/index.js';
import { loadShipped } from '../knowledge-base/load-shipped.js';
import { small } from './small-knowledge-base.js';

test('are what alone leads elsewhere at once, the most pressing first', async () => {
  const main = 'start: a\nnodes:\n  a: { refer: security, because: It is so. }';
  const go = 'go: main/a';
  const kb = await small(
    { main },
    `rules:
  - { rule: noise, when: { any: [{ fact: seen, operator: contains, value: noise }, { fact: quiet, operator: equal, value: a }] }, warn: Noise., ${go} }
  - { rule: smoke, priority: 9, when: { fact: seen, operator: contains, value: smoke }, warn: Smoke., ${go} }
  - { rule: both, when: { all: [{ fact: seen, operator: contains, value: noise }, { fact: os, operator: equal, value: linux }] }, ${go} }
  - { rule: not, when: { fact: os, operator: notEqual, value: linux }, ${go} }
  - { rule: online, when: { fact: online, operator: equal, value: "no" }, ${go} }
  - { rule: again, priority: -1, when: { fact: os, operator: equal, value: linux }, warn: Smoke., ${go} }
  - { rule: quiet, when: { fact: os, operator: equal, value: linux }, set: { quiet: b } }`,
  );
  expect(dangers(kb)).toEqual([
    { fact: 'seen', value: ['smoke'], label: 'Smoke', warn: 'Smoke.' },
    { fact: 'seen', value: ['noise'], label: 'Noise', warn: 'Noise.' },
    { fact: 'quiet', value: 'a', label: 'A', warn: 'Noise.' },
    { fact: 'online', value: 'no', label: 'Online: No' },
  ]);
});

test('each danger of the shipped knowledge base stops any call at once', async () => {
  const { knowledgeBase: kb } = await loadShipped();
  const known = dangers(kb);
  expect(known.length).toBeGreaterThanOrEqual(6);
  for (const { fact, value } of known) {
    const session = start(kb, { tree: 'printer-offline' });
    const { situation: now, refused } = await step(kb, session, { tell: { [fact]: value } });
    expect([fact, refused, now.tree]).toEqual([fact, undefined, 'safety']);
    expect(now.warnings.length).toBeGreaterThan(0);
    expect((await situation(kb, session)).tree).toBe('printer-offline');
  }
});
