import type { KnowledgeBase } from '../../src/index.js';
import { small } from './small-knowledge-base.js';

const loops = `
start: lamp
nodes:
  lamp:
    ask: Is the lamp on?
    if_confused: [Is there light?, { go: link }]
    answers: { yes: page, no: plug }
    unsure: { go: page }
  page: { ask: Does a page open?, fact: online, answers: { yes: sort, no: restart }, unsure: { go: restart } }
  restart:
    do: [{ say: Save it., when: { fact: os, operator: equal, value: windows } }, { use: off-and-on }, { say: Wait., wait: 5min }, { say: Erase it., risky: true }]
    tried: Did you restart it?
    then: other
  other: { visit: inner, then: sort }
  sort:
    decide: [{ when: { fact: link, operator: equal, value: usb }, go: plug }, { otherwise: again }]
  again: { ask: Is it still so?, meanwhile: true, answers: { yes: lamp, no: done }, unsure: { go: loose } }
  link: { ask: How?, fact: link, answers: { usb: plug, wifi: loose }, unsure: { go: desk } }
  plug: { fault: plug, unsolved: again, partly: link }
  loose: { fault: loose, unsolved: desk }
  desk: { refer: second-line, because: It is dead., collect: [model, os] }
  done: { close: resolved }
faults:
  plug:
    name: The plug
    cause: hardware
    explain: It is out.
    fix: [{ say: Push., when: { fact: os, operator: notEqual, value: linux } }, { use: off-and-on }, { say: Look., risky: true }]
    verify: { ask: Better?, answers: { yes: All, some: A little, no: Nothing }, solved: yes, partly: some }
  loose:
    name: Loose
    cause: hardware
    explain: It is loose.
    caution: It is hot.
    tried: Did it click?
    fix: [{ say: Erase., risky: true }, { say: Wait., wait: 5min }]
    verify: { ask: Better? }`;

const inner = `
start: version
nodes:
  version: { ask: Which version?, fact: os.version, then: model, unsure: { go: model } }
  model: { ask: Which model?, fact: model, then: deeper, unsure: { go: deeper } }
  deeper: { ask: Is it warm?, answers: { yes: warm, no: cold }, unsure: { go: cold } }
  warm: { fault: warm, unsolved: cold }
  cold: { close: unresolved, say: It is cold. }
faults:
  warm: { name: Warm, cause: hardware, explain: It is warm., fix: [{ use: off-and-on }], verify: { ask: Better? } }`;

const safe = `
start: out
nodes:
  out: { do: [{ say: Go out. }], then: end }
  end: { refer: security, because: Fire. }`;

const rules = `
rules:
  - { rule: fire, when: { fact: seen, operator: contains, value: smoke }, warn: Go out., go: safe/out }
  - { rule: old, when: { fact: os.version, operator: lessThan, value: 7 }, set: { quiet: a }, rule_out: [loops/loose] }
  - { rule: new, when: { fact: online, operator: equal, value: 'yes' }, suspect: [loops/plug] }`;

const procedure = `
procedure: off-and-on
title: Off and on
tried: Was it off?
steps: [{ say: Off. }, { say: On. }]`;

const overlays = `
overlays:
  - { issue: outage, title: Outage, trees: [inner], ask: Is it red?, explain: It is down., workaround: Wait., on_match: close }
  - { issue: plugs, title: Plugs, faults: [loops/plug], ask: Is it blue?, explain: They melt., on_match: { refer: security } }
  - { issue: linux, title: Linux, when: { fact: os, operator: equal, value: linux }, ask: Is it new?, explain: It is new., on_match: go_on }`;

const poorer = `
start: lamp
nodes:
  lamp: { ask: Hm?, answers: { yes: page, maybe: page }, unsure: { go: page } }
  page: { ask: How?, fact: link, answers: { usb: plug, wifi: plug }, unsure: { go: plug } }
  plug: { ask: Out?, answers: { yes: page, no: end }, unsure: { go: end } }
  end: { close: resolved }`;

/** A knowledge base in which everything that can go wrong in a call lies close together: circles, visits, risky steps, issues, rules. */
export function hostile(): Promise<KnowledgeBase> {
  return small({ loops, inner, safe, 'procedures/off-and-on': procedure, overlays }, rules);
}

/** The same after its author has thrown nearly all of it away. */
export function poorerKnowledge(): Promise<KnowledgeBase> {
  return small({ loops: poorer });
}
