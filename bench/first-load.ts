// Run by cold-load.ts as a process of its own: loads a folder with one of the two, and prints the milliseconds it took.
import { readdirSync, readFileSync } from 'node:fs';

const [contender, directory = ''] = process.argv.slice(2);
const from = performance.now();
if (contender === 'faultline') {
  const { loadFolder } = await import('../src/index.js');
  await loadFolder(directory);
} else {
  const { parseDocument } = await import('yaml');
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.yaml')) {
      parseDocument(readFileSync(`${directory}/${path}`, 'utf8'), { uniqueKeys: false }).toJS();
    }
  }
}
console.log(performance.now() - from);
