// The command line in a few files: Node opens one file much faster than fifty. The library stays as tsc writes it.
export default {
  input: 'dist/src/cli/main.js',
  platform: 'node',
  // None of our modules does anything by being loaded: each file holds only what its command needs.
  treeshake: { moduleSideEffects: false },
  // Kysely is some 300 files, of which few are used: packed, it opens in a tenth of the time.
  external: (id) => !/kysely/.test(id) && !id.startsWith('.') && !id.startsWith('/') && !/^[A-Za-z]:/.test(id),
  // As deep below the package as src/knowledge/folder, which looks for package.json from there.
  output: { dir: 'dist/src/cli/bundled', format: 'esm' },
};
