import { parseArgs } from 'node:util';
import { killAfter, newPlace } from './kill-terminal.js';

/**
 * Kills the terminal of a scripted call at random moments, again and again, and looks each time whether anything is lost
 * that was acknowledged: `npm run test:faults -- --kills 200 --at-once 3 --database postgres://...`
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '3' },
    longest: { type: 'string', default: '4000' },
    database: { type: 'string' },
  },
});
const kills = Number(values.kills);
let begun = 0;
let passed = 0;
let failed = 0;
let acknowledged = 0;
let stored = 0;

async function killAgainAndAgain(): Promise<void> {
  while (begun < kills) {
    begun += 1;
    const result = await killAfter(Math.random() * Number(values.longest), newPlace(values.database));
    acknowledged += result.acknowledged;
    stored += result.stored;
    if (result.wrong.length === 0) passed += 1;
    else failed += 1;
    for (const each of result.wrong) console.log(`WRONG: ${each}`);
    if ((passed + failed) % 20 === 0) console.log(`${passed + failed} of ${kills} killed`);
  }
}

await Promise.all(Array.from({ length: Number(values['at-once']) }, killAgainAndAgain));
console.log(`${acknowledged} events were acknowledged, and ${stored} are stored.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
