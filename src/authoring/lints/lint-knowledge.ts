import type { DiagnosticKind, KnowledgeBase, LintLevel, Loaded } from '../../knowledge/index.js';
import { type Diagnostic, nearest } from '../../source/index.js';
import { allLints } from './all-lints.js';
import type { Finding, Lint } from './lint.js';
import { isSilenced, type Silence, silencesIn } from './silences.js';
import { writtenTexts } from './written-texts.js';

/** How knowledge is linted. */
export interface LintOptions {
  /** The day, as 2026-11-28, by which reviews are due; without it none is. */
  readonly today?: string;
}

/** Every kind of finding that lints can give beside those of loading, by code. */
export const lintKinds: readonly DiagnosticKind[] = [...allLints, ...aboutLints()]
  .flatMap(({ code, level, summary }) => ({ code, severity: level === 'off' ? 'advice' : level, summary }) as const)
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * Everything that an author should mend or look at: what loading has found, and what the lints find in it, each as grave as
 * the manifest says, without what a comment silences. Errors of loading stay errors.
 * @param loaded with `written`: see `LoadFolderOptions`
 * @returns by file, line, column and code
 */
export function lintKnowledge(loaded: Loaded, { today }: LintOptions = {}): readonly Finding[] {
  const { knowledgeBase: kb, diagnostics, written = [], sources } = loaded;
  const texts = writtenTexts(written);
  const isWhole = diagnostics.every(({ severity }) => severity !== 'error');
  const found: Finding[] = diagnostics.flatMap((diagnostic) =>
    diagnostic.severity === 'error' ? [diagnostic] : levelled(diagnostic, kb, diagnostic.severity),
  );
  for (const lint of allLints) {
    if (lint.whole === true && !isWhole) continue;
    const level = kb.lints.get(lint.code)?.level ?? lint.level;
    if (level === 'off') continue;
    const most = kb.lints.get(lint.code)?.most ?? lint.most ?? 0;
    const subject = { kb, files: written, texts, most, ...(today === undefined ? {} : { today }) };
    for (const { place, message, hint, related = [], fix } of lint.look(subject))
      found.push({
        code: lint.code,
        severity: level,
        message,
        ...(hint === undefined ? {} : { hint }),
        place,
        related,
        ...(fix === undefined ? {} : { fix }),
      });
  }
  const silences = [...sources].flatMap(([file, text]) => silencesIn(file, text));
  const left = found.filter(
    (finding) => finding.severity === 'error' || !silences.some((silence) => isSilenced(finding, silence)),
  );
  const unseen = new Set(allLints.flatMap(({ code, whole }) => (whole === true && !isWhole ? [code] : [])));
  for (const [code, { level }] of kb.lints) if (level === 'off') unseen.add(code);
  return [...left, ...settingsFound(kb), ...silencesFound(silences, found, unseen)].sort(inOrder);
}

function levelled(diagnostic: Diagnostic, kb: KnowledgeBase, usual: LintLevel): readonly Finding[] {
  const level = kb.lints.get(diagnostic.code)?.level ?? usual;
  return level === 'off' ? [] : [{ ...diagnostic, severity: level }];
}

function aboutLints(): readonly Pick<Lint, 'code' | 'level' | 'summary'>[] {
  return [
    { code: 'lint-unknown', level: 'warning', summary: 'A setting or a comment is about a lint that there is not.' },
    { code: 'silence-unexplained', level: 'warning', summary: 'A comment silences a lint and does not say why.' },
    { code: 'silence-unneeded', level: 'warning', summary: 'A comment silences a lint that has nothing to say there.' },
  ];
}

function settingsFound(kb: KnowledgeBase): readonly Finding[] {
  return [...kb.lints].flatMap(([code, { at }]) => (isKnown(code) ? [] : [unknown(code, at)]));
}

// A lint that has not looked may have something to say there after all.
function silencesFound(
  silences: readonly Silence[],
  found: readonly Finding[],
  unseen: ReadonlySet<string>,
): readonly Finding[] {
  return silences.flatMap((silence): Finding[] => {
    const { code, reason, place } = silence;
    if (!isKnown(code)) return [unknown(code, place)];
    const about = { severity: 'warning', place, related: [] } as const;
    if (!unseen.has(code) && !found.some((finding) => isSilenced(finding, silence)))
      return [
        {
          ...about,
          code: 'silence-unneeded',
          message: `There is nothing here that "${code}" has to say.`,
          hint: 'Delete the comment, or move it above what it is about.',
        },
      ];
    if (reason !== '') return [];
    return [
      {
        ...about,
        code: 'silence-unexplained',
        message: `Nothing says why "${code}" is silenced here.`,
        hint: `Write the reason after a colon: # lint off ${code}: why it is right as it is.`,
      },
    ];
  });
}

// Loading knows its own codes; a warning of loading can be silenced and set as well, and its code is in no list here.
const known = new Set(allLints.map(({ code }) => code));
const ofLoading = new Set([
  'answers-too-many',
  'file-large',
  'meanwhile-fades',
  'parameter-unused',
  'unreachable-node',
  'unsure-missing',
  'unused-fault',
]);
const isKnown = (code: string): boolean => known.has(code) || ofLoading.has(code);

function unknown(code: string, place: Diagnostic['place']): Finding {
  const near = nearest(code, [...known, ...ofLoading]);
  return {
    code: 'lint-unknown',
    severity: 'warning',
    message: `There is no lint "${code}".`,
    hint:
      near === undefined
        ? '"faultline lint --list" names them all. An error of loading cannot be silenced: it has to be mended.'
        : `Did you mean "${near}"?`,
    place,
    related: [],
  };
}

function inOrder(a: Diagnostic, b: Diagnostic): number {
  const [x, y] = [a.place, b.place];
  if (x.file !== y.file) return x.file < y.file ? -1 : 1;
  return x.line - y.line || x.column - y.column || (a.code < b.code ? -1 : 1);
}
