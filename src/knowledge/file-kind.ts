import type { FileKind } from './schema/index.js';

const atRoot: ReadonlyMap<string, FileKind> = new Map([
  ['knowledge-base.yaml', 'knowledge-base'],
  ['facts.yaml', 'facts'],
  ['rules.yaml', 'rules'],
  ['checks.yaml', 'checks'],
  ['glossary.yaml', 'glossary'],
  ['overlays.yaml', 'overlays'],
]);

/**
 * What a file of a knowledge base is, by its relative path with forward slashes; nothing for files that do not belong
 * to it: hidden ones, those in `node_modules`, and whatever is not YAML.
 */
export function fileKind(path: string): FileKind | undefined {
  if (!/\.ya?ml$/.test(path) || /(?:^|\/)(?:\.|node_modules\/)/.test(path)) return undefined;
  const known = atRoot.get(path);
  if (known !== undefined) return known;
  if (/\.calls\.ya?ml$/.test(path)) return 'calls';
  return /^procedures\/[^/]+$/.test(path) ? 'procedure' : 'tree';
}
