import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';

/** A page that loads knowledge from texts and takes a call: it uses everything but the folder loader. */
const page = `
import { instruct, loadFolder, loadTexts, runCalls, start, step } from '../src/index.js';
export { loadFolder };
export async function play(files) {
  const { knowledgeBase, diagnostics } = await loadTexts(files);
  if (diagnostics.length > 0) throw new Error(diagnostics[0].message);
  let session = start(knowledgeBase, { tree: 'printer' });
  const said = [];
  for (const input of [{ answer: 'on' }, { answer: 'yes' }, { answer: 'PX9' }, { answer: 'macos' }, { done: true }]) {
    const stepped = await step(knowledgeBase, session, input);
    session = stepped.session;
    said.push(instruct(knowledgeBase, stepped.situation).say[0]);
  }
  return { said, calls: (await runCalls(knowledgeBase)).length };
}`;

/** Run by a Node of its own: the bundler does not know the arrays of the realm that tests run in. */
const bundler = `
import { rolldown } from 'rolldown';
const bundle = await rolldown({ input: 'dist/browser/page.js', platform: 'browser', logLevel: 'silent' });
await bundle.write({ format: 'iife', name: 'faultline', codeSplitting: false, file: 'dist/browser/bundle.js' });`;

test('the library works in a browser bundle, without anything of Node', async () => {
  mkdirSync('dist/browser', { recursive: true });
  writeFileSync('dist/browser/page.js', page);
  writeFileSync('dist/browser/bundler.mjs', bundler);
  execFileSync(process.execPath, ['dist/browser/bundler.mjs']);
  const code = readFileSync('dist/browser/bundle.js', 'utf8');
  expect(code).not.toMatch(/["']node:/);

  const read = (path: string): { readonly path: string; readonly text: string } => ({
    path,
    text: readFileSync(`test/fixtures/office/${path}`, 'utf8'),
  });
  const files = ['knowledge-base.yaml', 'facts.yaml', 'trees/printer.yaml', 'trees/anything.yaml'].map(read);
  // What a browser offers and nothing more: no process, no require, no Buffer.
  const { crypto, TextEncoder, TextDecoder, URL, queueMicrotask, setTimeout, console } = globalThis;
  const context = createContext({ crypto, TextEncoder, TextDecoder, URL, queueMicrotask, setTimeout, console, files });
  const result = (await runInContext(`${code}\nfaultline.play(files)`, context)) as { said: string[]; calls: number };
  expect([...result.said]).toEqual([
    'Please pull the tray out. Is there paper in it?',
    'Which name is written on the printer?',
    'Is it Windows or a Mac?',
    'The computer is holding the PX9 back.',
    'Click the apple.',
  ]);
  await expect(runInContext('faultline.loadFolder("x")', context)).rejects.toThrow('use loadTexts');
}, 60_000);
