import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { fixtures } from './fixtures.js';

const library = join(process.cwd(), 'dist/src/knowledge/index.js');
const script = (body: string): string =>
  `import { loadFolder } from ${JSON.stringify(pathToFileURL(library).href)};\n${body}`;

const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });

// Which packages a run has loaded shows in the module cache of the process, so each run is a process of its own.
function loadedPackages(cache: string): string[] {
  const body = `
    await loadFolder(${JSON.stringify(join(fixtures, 'good'))}, { cache: ${JSON.stringify(cache)} });
    const { default: inspector } = await import('node:inspector');
    const session = new inspector.Session();
    session.connect();
    const urls = [];
    session.on('Debugger.scriptParsed', ({ params }) => urls.push(params.url));
    session.post('Debugger.enable');
    const names = urls.map((url) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url)?.[1]).filter(Boolean);
    console.log(JSON.stringify([...new Set(names)].sort()));
  `;
  return JSON.parse(run(script(body))) as string[];
}

describe('starting', () => {
  test('loads neither yaml nor zod when the cache answers', () => {
    const cache = mkdtempSync(join(tmpdir(), 'faultline-start-'));
    try {
      expect(loadedPackages(cache)).toEqual(expect.arrayContaining(['yaml', 'zod']));
      const second = loadedPackages(cache);
      expect(second).not.toContain('yaml');
      expect(second).not.toContain('zod');
    } finally {
      rmSync(cache, { recursive: true, force: true });
    }
  });

  test('a bundle for browsers that loads texts needs nothing of Node.js', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faultline-bundle-'));
    try {
      // In a process of its own: rolldown does not know the functions of the realm that tests run in.
      const bundling = `
        import { rolldown } from 'rolldown';
        const entry = 'export { loadTexts } from ' + ${JSON.stringify(JSON.stringify(library))} + ';';
        const bundle = await rolldown({
          input: 'entry', platform: 'browser', logLevel: 'silent',
          plugins: [{ name: 'entry', resolveId: (id) => (id === 'entry' ? id : null), load: (id) => (id === 'entry' ? entry : null) }],
        });
        const { output } = await bundle.write({ dir: ${JSON.stringify(folder)}, format: 'esm' });
        console.log(JSON.stringify(output.map(({ fileName, isEntry, imports, dynamicImports }) => ({ fileName, isEntry, imports: [...imports, ...dynamicImports] }))));
      `;
      const chunks = JSON.parse(run(bundling)) as { fileName: string; isEntry: boolean; imports: string[] }[];
      expect(chunks.length).toBeGreaterThan(1);
      for (const chunk of chunks) expect(chunk.imports.filter((name) => name.startsWith('node:'))).toEqual([]);
      const entry = join(folder, chunks.find((chunk) => chunk.isEntry)?.fileName ?? '');
      // Run where neither Buffer nor process nor require are to be had.
      const code = `
        const { loadTexts } = await import(${JSON.stringify(pathToFileURL(entry).href)});
        const write = process.stdout.write.bind(process.stdout);
        delete globalThis.Buffer; delete globalThis.process;
        const { knowledgeBase, diagnostics } = await loadTexts([{ path: 'a.yaml', text: 'tree: [' }]);
        write(JSON.stringify([knowledgeBase.hash.length, diagnostics.map(({ code }) => code)]));
      `;
      expect(JSON.parse(run(code))).toEqual([64, ['syntax', 'manifest-missing']]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
