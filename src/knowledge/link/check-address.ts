import { valuePlace } from '../read/index.js';
import { isDeclared, type Linking } from './linking.js';
import type { NamesInScope } from './names-in-scope.js';

/** Reports a `tree/node` or `tree/fault`, written under `key`, of which the tree or that part of it does not exist. */
export function checkAddress(
  address: string,
  part: 'node' | 'fault',
  parent: object,
  key: string | number,
  { trees }: NamesInScope,
  { report }: Linking,
): void {
  const [tree = '', name = ''] = address.split('/');
  const place = valuePlace(parent, key);
  if (!isDeclared(trees, tree)) {
    report('unknown-address', place, { address, part: 'tree', missed: { name: tree, among: [...trees.known.keys()] } });
    return;
  }
  const among = trees.known.get(tree)?.[part === 'node' ? 'nodes' : 'faults'];
  if (among !== undefined && !among.has(name))
    report('unknown-address', place, { address, part, missed: { name, among } });
}
