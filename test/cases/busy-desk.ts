// A program: keeps one call after the other in the store at its first argument, until its input ends; then it says how many.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/index.js';
import { keepWhole, office, printerCall } from './keep-call.js';

const kb = await office();
const store = await openStore(process.argv[2] ?? '');
let isOver = false;
process.stdin.resume().on('end', () => {
  isOver = true;
});
let kept = 0;
while (!isOver) {
  await keepWhole(store, kb, await printerCall(kb, [{ answer: 'on' }, { answer: 'no' }, { done: true }]), randomUUID());
  kept += 1;
  await pause(1);
}
await store.close();
process.stdout.write(String(kept));
