// Run by hostile-words.ts as a process of its own: opens the search, and prints how many milliseconds the first search
// of it took, and one after that.
import { loadFolder, openSearch, search } from '../../src/index.js';
import { median } from '../median.js';
import { hostileTexts } from './hostile-texts.js';

const [name = '', directory = '', cache = ''] = process.argv.slice(2);
const words = hostileTexts().get(name) ?? '';
const { knowledgeBase: kb } = await loadFolder(directory, { cache, calls: false });
await openSearch(kb, { cache });
const first = await timed();
const others: number[] = [];
for (let count = 0; count < 20; count += 1) others.push(await timed());
console.log(JSON.stringify({ first, warm: median(others) }));

async function timed(): Promise<number> {
  const from = performance.now();
  await search(kb, words);
  return performance.now() - from;
}
