import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coldLoad } from './cold-load.js';
import type { Section } from './finding.js';
import { machine, machineInWords } from './machine.js';
import { report } from './report.js';
import { startUp } from './start-up.js';
import { stepGenerated } from './step-generated.js';
import { stepShipped } from './step-shipped.js';

const { values } = parseArgs({ options: { json: { type: 'string' }, trees: { type: 'string', default: '10000' } } });
const where = machine();
console.log(machineInWords(where));
const sections: Section[] = [];
for (const measure of [stepShipped, () => stepGenerated(Number(values.trees)), startUp, coldLoad]) {
  const section = await measure();
  sections.push(section);
  console.log(report(section));
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine: where, sections }, null, 2)}\n`);
