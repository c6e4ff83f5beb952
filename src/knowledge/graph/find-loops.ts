/**
 * The loops of a graph given by its nodes and what follows each. Of nodes that can all reach each other one loop is
 * given, as short as can be and beginning with the first in the order of `nodes`. What follows a node may name strangers;
 * they are passed over. Calls nothing recursively, so that a long chain cannot exhaust the stack.
 */
export function findLoops<Node>(
  nodes: readonly Node[],
  next: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const own = new Set(nodes);
  const order = new Map(nodes.map((node, index) => [node, index]));
  const following = (node: Node): readonly Node[] => next(node).filter((other) => own.has(other));
  return components(nodes, following)
    .filter((members) => members.length > 1 || following(members[0] as Node).includes(members[0] as Node))
    .map((members) => [...members].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)))
    .sort((a, b) => (order.get(a[0] as Node) ?? 0) - (order.get(b[0] as Node) ?? 0))
    .map((members) => shortestLoop(members[0] as Node, new Set(members), following));
}

function shortestLoop<Node>(start: Node, members: ReadonlySet<Node>, next: (node: Node) => readonly Node[]): Node[] {
  const before = new Map<Node, Node>();
  const queue = [start];
  for (const node of queue) {
    for (const other of next(node)) {
      if (other === start) {
        const loop = [node];
        for (let at = node; at !== start; at = loop[0] as Node) loop.unshift(before.get(at) as Node);
        return loop;
      }
      if (!members.has(other) || before.has(other)) continue;
      before.set(other, node);
      queue.push(other);
    }
  }
  return [start];
}

/**
 * The strongly connected components of a graph by Tarjan's algorithm, without recursion. A component comes after every
 * component that it leads to.
 */
export function components<Node>(nodes: readonly Node[], next: (node: Node) => readonly Node[]): readonly Node[][] {
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const stack: Node[] = [];
  const onStack = new Set<Node>();
  const found: Node[][] = [];
  for (const root of nodes) {
    if (index.has(root)) continue;
    const work: { node: Node; rest: Iterator<Node> }[] = [];
    const enter = (node: Node): void => {
      index.set(node, index.size);
      low.set(node, index.get(node) as number);
      stack.push(node);
      onStack.add(node);
      work.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    enter(root);
    while (work.length > 0) {
      const { node, rest } = work.at(-1) as { node: Node; rest: Iterator<Node> };
      const step = rest.next();
      if (!step.done) {
        if (!index.has(step.value)) enter(step.value);
        else if (onStack.has(step.value))
          low.set(node, Math.min(low.get(node) as number, index.get(step.value) as number));
        continue;
      }
      work.pop();
      const above = work.at(-1)?.node;
      if (above !== undefined) low.set(above, Math.min(low.get(above) as number, low.get(node) as number));
      if (low.get(node) !== index.get(node)) continue;
      const members: Node[] = [];
      for (let member: Node | undefined; member !== node; ) {
        member = stack.pop() as Node;
        onStack.delete(member);
        members.push(member);
      }
      found.push(members);
    }
  }
  return found;
}
