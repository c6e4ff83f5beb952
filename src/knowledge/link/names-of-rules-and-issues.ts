import type { CallLinking } from './call-linking.js';
import type { ValidFile } from './files.js';
import type { Names } from './linking.js';

type Entry = Readonly<Record<string, unknown>>;

/** The names of rules and of known issues, also of those that are broken: call files refer to both. */
export function namesOfRulesAndIssues(files: readonly ValidFile[]): Pick<CallLinking, 'rules' | 'issues'> {
  return { rules: namesIn(files, 'rules', 'rule'), issues: namesIn(files, 'overlays', 'issue') };
}

function namesIn(files: readonly ValidFile[], kind: 'rules' | 'overlays', key: string): Names<unknown> {
  const file = files.find((each) => each.kind === kind);
  if (file === undefined) return { known: new Map(), complete: true };
  const list = (file.holder?.root as Entry | undefined)?.[kind];
  const entries = Array.isArray(list) ? (list as readonly (Entry | null)[]) : [];
  const known = entries.map((each) => [String(each?.[key]), undefined] as const);
  return { known: new Map(known), complete: file.holder !== undefined };
}
