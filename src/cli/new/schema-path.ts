import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { packageFolder } from '../places.js';

/**
 * The path by which the files in a folder of a knowledge base reach the JSON Schema of a kind of file: as the knowledge base does
 * it already, else by the package in a `node_modules` above, else by where this program is.
 * @param folder the knowledge base @param area the folder in it, such as `printing`; empty for its top
 */
export function schemaPath(folder: string, area: string): (kind: string) => string {
  const schemas = schemaFolder(resolve(folder));
  const from = resolve(folder, area);
  return (kind) => {
    const path = relative(from, join(schemas, `${kind}.schema.json`))
      .split(sep)
      .join('/');
    // On Windows another drive cannot be reached by a relative path.
    return path.startsWith('.') ? path : encodeURI(`file:///${path}`);
  };
}

function schemaFolder(folder: string): string {
  const own = join(folder, 'knowledge-base.yaml');
  const written = existsSync(own)
    ? /^# yaml-language-server: \$schema=(\.\S+)\s*$/m.exec(readFileSync(own, 'utf8'))
    : null;
  const known = written?.[1] === undefined ? undefined : dirname(resolve(folder, written[1]));
  if (known !== undefined && hasSchemas(known)) return known;
  for (let above = folder; ; above = dirname(above)) {
    const installed = join(above, 'node_modules', 'faultline', 'schema');
    if (hasSchemas(installed)) return installed;
    if (dirname(above) === above) return join(packageFolder, 'schema');
  }
}

function hasSchemas(folder: string): boolean {
  return existsSync(join(folder, 'tree.schema.json'));
}
