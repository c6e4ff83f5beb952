import { writeFileSync } from 'node:fs';
import { generate } from './cases/generate.js';
import { keepRate } from './cases/keep-rate.js';
import { listsAndReports } from './cases/lists-and-reports.js';
import { manyWriters } from './cases/writers.js';
import { coldLoad } from './cold-load.js';
import type { Section } from './finding.js';
import { machine, machineInWords } from './machine.js';
import { caughtMutations } from './mutations/caught.js';
import { optionsIn, usage } from './options.js';
import { report } from './report.js';
import { accuracy } from './search/accuracy.js';
import { calibration } from './search/calibration.js';
import { failures } from './search/failures.js';
import { hostileWords } from './search/hostile-words.js';
import { searchLoad } from './search/search-load.js';
import { searchTime } from './search/search-time.js';
import { startUp } from './start-up.js';
import { stepGenerated } from './step-generated.js';
import { stepShipped } from './step-shipped.js';

const about = {
  steps: 'a step, beside rules engines, state machines and a bare Map',
  'start-up': 'from the start of the process to the first question',
  'cold-load': 'loading the knowledge base without a cache, beside parsing it',
  search: 'finding a tree: how right, how fast, beside other searches',
  cases: 'lists and reports of a store with many cases',
  keep: 'events stored a second, beside the bare drivers',
  writers: 'two hundred processes that write to one store',
  mutations: 'mistakes in the shipped trees, and what catches them',
  generate: 'fills the case store named by --store',
} as const;

const options = optionsIn(process.argv.slice(2));
if ('wrong' in options) {
  console.error(`${options.wrong}\n\n${usage(about)}`);
  process.exit(2);
}
if (options.help) {
  console.log(usage(about));
  process.exit(0);
}
const { trees, cases, store } = options;

const parts: Readonly<Record<keyof typeof about, readonly (() => Promise<Section>)[]>> = {
  steps: [stepShipped, () => stepGenerated(trees)],
  'start-up': [startUp],
  'cold-load': [coldLoad],
  search: [
    () => accuracy('seen'),
    ...(options.failures ? [failures] : []),
    () => accuracy('unseen'),
    calibration,
    hostileWords,
    () => searchLoad(trees),
    () => searchTime(trees),
  ],
  cases: [() => listsAndReports(store, cases)],
  keep: [keepRate],
  writers: [() => manyWriters(options.writers)],
  mutations: [() => caughtMutations(options.mutations)],
  generate: [() => generate(store, cases)],
};

const names = Object.keys(parts) as (keyof typeof parts)[];
const unknown = options.parts.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined || (options.parts.includes('generate') && store === undefined)) {
  const wrong = unknown === undefined ? '"generate" needs --store.' : `There is no part "${unknown}".`;
  console.error(`${wrong}\n\n${usage(about)}`);
  process.exit(2);
}
const wanted = options.parts.length === 0 ? names.filter((name) => name !== 'generate') : options.parts;
const where = machine();
console.log(machineInWords(where));
const sections: Section[] = [];
for (const measure of wanted.flatMap((name) => parts[name as keyof typeof parts])) {
  const section = await measure();
  sections.push(section);
  console.log(report(section));
}
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ machine: where, sections }, null, 2)}\n`);
