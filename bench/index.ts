import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coldLoad } from './cold-load.js';
import type { Section } from './finding.js';
import { machine, machineInWords } from './machine.js';
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    trees: { type: 'string', default: '10000' },
    failures: { type: 'boolean', default: false },
  },
});
const trees = Number(values.trees);

const parts: Readonly<Record<string, readonly (() => Promise<Section>)[]>> = {
  steps: [stepShipped, () => stepGenerated(trees)],
  'start-up': [startUp],
  'cold-load': [coldLoad],
  search: [
    () => accuracy('seen'),
    ...(values.failures ? [failures] : []),
    () => accuracy('unseen'),
    calibration,
    hostileWords,
    () => searchLoad(trees),
    () => searchTime(trees),
  ],
};

const wanted = positionals.length === 0 ? Object.keys(parts) : positionals;
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}": ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const where = machine();
console.log(machineInWords(where));
const sections: Section[] = [];
for (const measure of wanted.flatMap((name) => parts[name] ?? [])) {
  const section = await measure();
  sections.push(section);
  console.log(report(section));
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine: where, sections }, null, 2)}\n`);
