import { previewLook, previewPage, previewScript } from '../../index.js';
import { diagnosticPage } from './diagnostic-page.js';
import { drawn } from './drawn.js';
import type { WrittenKnowledge } from './knowledge.js';
import { asExample, callSent, examples, played } from './played.js';

/** What is answered: a text of a type, or a value. */
export type Answer = { readonly type: string; readonly text: string } | { readonly value: object };

/** What answers need. */
export interface Answering {
  readonly written: WrittenKnowledge;
  /** The folder as it was named. */
  readonly folder: string;
  /** The time now, in ISO 8601. */
  readonly clock: () => string;
}

type Reading = (answering: Answering, query: URLSearchParams) => Promise<Answer | undefined> | Answer;
type Taking = (answering: Answering, body: Readonly<Record<string, unknown>>) => Promise<object>;

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M8 2v4M8 6 4 13M8 6l4 7" stroke="#1769aa" stroke-width="2" fill="none"/><circle cx="8" cy="3" r="2.4" fill="#1769aa"/><circle cx="4" cy="13" r="2.4" fill="#1b7f4b"/><circle cx="12" cy="13" r="2.4" fill="#d9480f"/></svg>';
const fixed =
  (type: string, text: string): Reading =>
  () => ({ type: `${type}; charset=utf-8`, text });
const treeOf = (query: URLSearchParams): string => query.get('tree') ?? '';

/** What can be read, by its path. Nothing is a file: there is no other path. */
export const readings: Readonly<Record<string, Reading>> = {
  '/': fixed('text/html', previewPage),
  '/preview.css': fixed('text/css', previewLook),
  '/preview.js': fixed('text/javascript', previewScript),
  '/icon.svg': fixed('image/svg+xml', icon),
  '/state': ({ written, folder }, query) => ({ value: state(written, folder, treeOf(query)) }),
  '/picture': async ({ written, folder }, query) => ({
    value: await drawn(written, folder, treeOf(query), query.has('covered')),
  }),
  '/calls': async ({ written }, query) => ({ value: await examples(written, treeOf(query)) }),
  '/diagnostic': async (_, query) => {
    const text = await diagnosticPage(query.get('code') ?? '');
    return text === undefined ? undefined : { value: { text } };
  },
};

/** What is worked out of what is sent, by its path. Nothing is changed by it. */
export const takings: Readonly<Record<string, Taking>> = {
  '/call': async ({ written, clock }, { call, next }) => {
    const sent = callSent(call);
    return 'reason' in sent ? { failed: sent.reason } : played(written, sent, next, clock());
  },
  '/example': async ({ written, clock }, { call }) => {
    const sent = callSent(call);
    return 'reason' in sent ? sent : asExample(written, sent, clock());
  },
};

function state(written: WrittenKnowledge, folder: string, tree: string): object {
  const { trees, findings, problem, kb, count, at } = written.now();
  const facts = [...((written.holding(tree)?.kb ?? kb)?.facts.values() ?? [])];
  return {
    count,
    at,
    folder,
    title: kb?.title ?? '',
    trees,
    findings: findings.filter((each) => each.tree === undefined || each.tree === tree),
    facts: facts.map(({ name, title, type, choices, unit }) => ({
      name,
      title,
      type,
      unit,
      choices: choices.map(({ id, label }) => ({ id, label })),
    })),
    problem,
    renamed: written.renamed(tree),
  };
}
