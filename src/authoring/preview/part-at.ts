/** A node or a fault of a tree. */
export interface PartOfTree {
  readonly kind: 'node' | 'fault';
  readonly id: string;
}

/**
 * The node or the fault in which a line of a tree's file stands; undefined where it is in none. It is found by how far the
 * lines are moved in, so that a file with a mistake is understood too.
 * @param line counted from 1
 */
export function partAt(text: string, line: number): PartOfTree | undefined {
  const lines = text.split('\n').slice(0, line);
  const top = lines.findLastIndex((each) => /^[a-z_]+:/.test(each));
  const kind = lines[top]?.startsWith('nodes:') ? 'node' : lines[top]?.startsWith('faults:') ? 'fault' : undefined;
  if (kind === undefined) return undefined;
  const keys = lines.slice(top + 1).flatMap((each) => {
    const [, blanks = '', id = ''] = /^( +)["']?([a-z0-9]+(?:-[a-z0-9]+)*)["']?:/.exec(each) ?? [];
    return id === '' ? [] : [{ depth: blanks.length, id }];
  });
  const depth = keys[0]?.depth;
  const id = keys.findLast((key) => key.depth === depth)?.id;
  return id === undefined ? undefined : { kind, id };
}
