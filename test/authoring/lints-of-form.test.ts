import { describe, expect, test } from '@jest/globals';
import {
  ask,
  closing,
  decided,
  fault,
  little,
  manifest,
  memory,
  overlay,
  rules,
  tree,
  verified,
} from './lint-parts.js';
import { lintText } from './lint-text.js';

// What must not be found; and with one change it must be, so that no row can be right by chance.
const rows: readonly (readonly [
  code: string,
  why: string,
  unfound: string,
  change: readonly [from: string, to: string],
])[] = [
  [
    'advice-copied',
    'one step alone is the same',
    fault(
      `, fix: [{ say: Please switch the printer off at its back. }, { say: Please wait a moment. }, { say: Please switch the printer off at its back. }, { say: Please look at it. }]${verified}`,
    ),
    ['Please look at it.', 'Please wait a moment.'],
  ],
  [
    'answers-alike',
    'the same words are under one answer',
    'nodes:\n  start: { ask: Which?, answers: { red: { hear: [it is red, It is red!], go: done }, blue: { hear: [sky], go: done } }, unsure: { treat_as: red } }\n  done: { close: unresolved }\n',
    ['[sky]', '[it is red]'],
  ],
  [
    'branch-shadowed',
    'the narrower branch is above',
    decided('{ fact: memory, operator: lessThan, value: 4 }', little),
    ['value: 4', 'value: 9'],
  ],
  [
    'branch-shadowed',
    'it is about another fact',
    decided(little, '{ fact: os, operator: equal, value: macos }'),
    ['fact: os, operator: equal, value: macos', 'fact: memory, operator: lessThan, value: 7'],
  ],
  [
    'branch-shadowed',
    'the branch above needs more to be known',
    decided(`{ all: [${little}, { fact: os, operator: equal, value: macos }] }`, little),
    ['all:', 'any:'],
  ],
  [
    'calls-missing',
    'a call begins in it',
    `${tree('fan', `symptoms: [the fan]\n${closing}`)}# fan.calls.yaml\ntree: fan\ncalls: [{ name: It hums, ends: closed }]\n`,
    ['# fan.calls.yaml\ntree: fan', '# fan.calls.yaml\ntree: wifi'],
  ],
  [
    'check-unused',
    'another tree runs it',
    `# checks.yaml\nchecks: { ping-host: { name: A check } }\n${tree('fan', `symptoms: [the fan]\nstart: a\nnodes:\n  a: { check: Does it answer?, run: ping-host, answers: { "yes": done, "no": done } }\n  done: { close: unresolved }\n`)}`,
    ['run: ping-host, ', ''],
  ],
  [
    'collect-missing',
    'an answer that is not known refers the call',
    `nodes:\n  start: ${ask('Is it on?').replace('treat_as: "no"', 'refer: security')}\n  done: { close: unresolved }\n`,
    ['{ close: unresolved }', '{ refer: security, because: They know. }'],
  ],
  [
    'condition-unused',
    'another condition uses it',
    `${rules(little)}  plenty: { not: { condition: little-memory } }\n${decided('{ condition: plenty }')}`,
    ['not: { condition: little-memory }', 'fact: plugged, operator: equal, value: "yes"'],
  ],
  [
    'desk-unused',
    'a known issue refers to it',
    `${manifest('')}${overlay(', on_match: { refer: security }')}`,
    ['refer: security', 'refer: second-line'],
  ],
  [
    'effort-missing',
    'there is nothing to do',
    fault(''),
    ['in it.', `in it., fix: [{ say: Please wipe it off. }]${verified}`],
  ],
  [
    'prevent-missing',
    'there is nothing to do',
    fault(''),
    ['in it.', `in it., fix: [{ say: Please wipe it off. }]${verified}`],
  ],
  [
    'expect-missing',
    'the step is a procedure',
    'nodes:\n  start: { do: [{ use: restart-device, with: { device: fan } }], then: done }\n  done: { close: resolved }\n',
    ['use: restart-device, with: { device: fan }', 'say: Please look at it.'],
  ],
  [
    'fact-never-read',
    'a text has it',
    `# facts.yaml\nfacts:\n${memory}  room: { name: room, type: text, ask: Which room? }\nnodes: { start: { close: resolved, say: "Go to {room}." } }\n`,
    ['{room}', 'it'],
  ],
  [
    'fact-never-read',
    'a question answers it',
    `# facts.yaml\nfacts:\n${memory}  wet: { name: wet, type: yes-no }\nnodes:\n  start: ${ask('Is it wet?', 'fact: wet, ')}\n  done: { close: resolved }\n`,
    ['fact: wet, ', ''],
  ],
  [
    'fact-never-set',
    'callers say it by themselves',
    `# facts.yaml\nfacts:\n  memory: { name: memory, type: number, hear: ["{value} GB"] }\n`,
    [', hear: ["{value} GB"]', ''],
  ],
  [
    'fact-never-set',
    'nothing depends on it',
    `# facts.yaml\nfacts:\n${memory}  room: { name: room, type: text }\nnodes: { start: { close: resolved, say: Go to it. } }\n`,
    ['Go to it.', '"Go to {room}."'],
  ],
  [
    'fault-deep',
    'there is a shorter way too',
    `${manifest('lint: { fault-deep: { most: 1 } }\n')}nodes:\n  start: { ask: Is it on?, answers: { "yes": more, "no": found }, unsure: { treat_as: "no" } }\n  more: { ask: Is it wet?, answers: { "yes": found, "no": done }, unsure: { treat_as: "no" } }\n  found: { fault: dusty, unsolved: done }\n  done: { close: unresolved }\nfaults:\n  dusty: { name: Dust, cause: hardware, explain: There is dust in it. }\n`,
    ['"no": found', '"no": done'],
  ],
  [
    'faults-alike',
    'the other is in another tree',
    fault('').replace('Dust,', 'The router is off,'),
    ['  dusty:', '  other: { name: The router is off, cause: hardware, explain: No power. }\n  dusty:'],
  ],
  [
    'fix-late',
    'the tree only gives advice by closing',
    `${manifest('lint: { fix-late: { most: 0 } }\n')}nodes:\n  start: ${ask('Is it on?')}\n  done: { close: unresolved }\n`,
    ['{ close: unresolved }', '{ refer: security, because: They know. }'],
  ],
  [
    'glossary-unused',
    'a text has its plural',
    '# glossary.yaml\nterms: { tray: { plain: A box. } }\nnodes: { start: { close: resolved, say: There are two trays. } }\n',
    ['two trays', 'two'],
  ],
  [
    'if-confused-missing',
    'the fact has it',
    `# facts.yaml\nfacts:\n${memory}  wet: { name: wet, type: yes-no, ask: Is it wet?, if_confused: Is there water on it? }\nnodes:\n  start: ${ask('Is it wet?', 'fact: wet, ')}\n  done: { close: resolved }\n`,
    [', if_confused: Is there water on it?', ''],
  ],
  [
    'if-confused-same',
    'another question has these words',
    `nodes:\n  start: ${ask('Is it on?', 'if_confused: Is it lit?, ').replace('"yes": done', '"yes": lit')}\n  lit: ${ask('Is it lit?')}\n  done: { close: resolved }\n`,
    ['if_confused: Is it lit?', 'if_confused: IS IT ON?'],
  ],
  ['issue-over', 'this is its last day', overlay(', until: 2026-11-28'), ['28', '27']],
  [
    'label-long',
    'it has just as many characters',
    `nodes:\n  start: { ask: Which?, answers: { a: { label: ${'x'.repeat(60)}, go: done }, b: done }, unsure: { treat_as: a } }\n  done: { close: resolved }\n`,
    ['label: x', 'label: xx'],
  ],
  ['likelihood-missing', 'it is a number', fault(', likelihood: 0.2'), [', likelihood: 0.2', '']],
  [
    'procedure-unused',
    'another tree uses it',
    `# procedures/wipe.yaml\nprocedure: wipe\ntitle: Wipe\nsteps: [{ say: Please wipe it off. }]\n${fault(`, fix: [{ use: wipe }]${verified}`)}`,
    ['use: wipe', 'say: Please look.'],
  ],
  [
    'question-twice',
    'no call comes through both trees',
    `${tree('fan', `symptoms: [the fan]\nstart: a\nnodes:\n  a: ${ask('Is it wet?')}\n  done: { close: resolved }\n`)}# example.yaml\nnodes:\n  start: ${ask('Is it wet?')}\n  done: { close: resolved }\n`,
    ['nodes:\n  start', 'nodes:\n  go-there: { visit: fan, then: done }\n  start'],
  ],
  [
    'question-twice',
    'the answers are others',
    `nodes:\n  start: { ask: How is it?, answers: { wet: again, dry: done }, unsure: { treat_as: dry } }\n  again: { ask: How is it?, answers: { wet: done, better: done }, unsure: { treat_as: wet } }\n  done: { close: resolved }\n`,
    ['better: done', 'dry: done'],
  ],
  [
    'review-due',
    'it is due tomorrow',
    tree('fan', `symptoms: [the fan]\nreviewed: 2025-11-28\n${closing}`),
    ['2025-11-28', '2025-11-27'],
  ],
  [
    'review-missing',
    'a procedure has no such day',
    '# procedures/wipe.yaml\nprocedure: wipe\ntitle: Wipe\nsteps: [{ say: Please wipe it off. }]\n',
    ['# procedures/wipe.yaml', `${tree('fan', `symptoms: [the fan]\n${closing}`)}# procedures/wipe.yaml`],
  ],
  [
    'sources-missing',
    'a procedure has none',
    '# procedures/wipe.yaml\nprocedure: wipe\ntitle: Wipe\nsteps: [{ say: Please wipe it off. }]\n',
    ['# procedures/wipe.yaml', `${tree('fan', `symptoms: [the fan]\n${closing}`)}# procedures/wipe.yaml`],
  ],
  [
    'risky-first',
    'the risky step is only for some',
    fault(
      `, caution: It may break., fix: [{ when: ${little}, say: Please reset it., risky: true }, { say: Please wipe it off. }]${verified}`,
    ),
    [`when: ${little}, `, ''],
  ],
  [
    'risky-first',
    'all of it is risky',
    fault(
      `, caution: It may break., fix: [{ say: Please reset it., risky: true }, { say: Please wipe it off., risky: true }]${verified}`,
    ),
    ['wipe it off., risky: true', 'wipe it off.'],
  ],
  [
    'risky-uncautioned',
    'the step is not marked',
    fault(`, fix: [{ say: Please wipe it off., risky: false }]${verified}`),
    ['risky: false', 'risky: true'],
  ],
  [
    'symptom-form',
    'the caller leaves the sentence open',
    tree('fan', `symptoms: [the fan hums and then...]\n${closing}`),
    ['then...', 'then.'],
  ],
  ['symptom-form', 'the caller asks', tree('fan', `symptoms: [why does the fan hum?]\n${closing}`), ['hum?', 'hum!']],
  ['symptoms-few', 'there are five', tree('fan', `symptoms: [a b, a c, a d, a e, a f]\n${closing}`), [', a f', '']],
  [
    'symptoms-shared',
    'the words are in another order',
    tree('fan', `symptoms: [the fan hums loudly, loudly hums the fan]\n${closing}`),
    ['loudly hums the fan', 'The fan hums loudly!'],
  ],
  [
    'tree-large',
    'it has just as many nodes',
    `${manifest('lint: { tree-large: { most: 2 } }\n')}nodes:\n  start: ${ask('Is it on?')}\n  done: { close: resolved }\n`,
    ['  done:', '  other: { close: resolved }\n  done:'],
  ],
  [
    'unsure-leads-to-risk',
    'only those who know are led there',
    `nodes:\n  start: { ask: Is it saved?, answers: { "yes": reset, "no": done }, unsure: { treat_as: "no" } }\n  reset: { do: [{ say: Please reset it., risky: true }], then: done }\n  done: { close: unresolved }\n`,
    ['treat_as: "no"', 'go: reset'],
  ],
  [
    'unsure-leads-to-risk',
    'what comes there is harmless',
    `nodes:\n  start: { ask: Is it saved?, answers: { "yes": done, "no": done }, unsure: { go: mend } }\n  mend: { fault: dusty, unsolved: done }\n  done: { close: unresolved }\nfaults:\n  dusty: { name: Dust, cause: hardware, explain: There is dust in it., caution: It may break., fix: [{ say: Please wipe it off. }]${verified} }\n`,
    ['wipe it off.', 'wipe it off., risky: true'],
  ],
  [
    'wait-unsaid',
    'it says how long',
    fault(`, fix: [{ say: Please wait one minute., wait: 1min }]${verified}`),
    [', wait: 1min', ''],
  ],
  [
    'wait-unsaid',
    'it is to be seen, not waited for',
    fault(`, fix: [{ say: Please switch it on., expect: A clock shows the time. }]${verified}`),
    ['A clock shows the time.', 'It takes two minutes.'],
  ],
  [
    'why-missing',
    'the fact has it',
    `# facts.yaml\nfacts:\n${memory}  wet: { name: wet, type: yes-no, ask: Is it wet?, why: Water breaks it. }\nnodes:\n  start: ${ask('Is it wet?', 'fact: wet, ')}\n  done: { close: resolved }\n`,
    [', why: Water breaks it.', ''],
  ],
];

// The rows are about whole lints too, so all of it has to be sound.
async function codesOf(text: string): Promise<string[]> {
  const found = await lintText(text);
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  return found.map(({ code }) => code);
}

describe('lints of how knowledge is put together', () => {
  test.each(rows)('%s: not where %s', async (code, _, unfound, [from, to]) => {
    expect(await codesOf(unfound)).not.toContain(code);
    expect(unfound).toContain(from);
    expect(await codesOf(unfound.replace(from, () => to))).toContain(code);
  });
});
