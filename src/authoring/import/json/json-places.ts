/** Where each value of a JSON text stands, at most eight levels deep: by its path, as `["nodes",0,"id"]` in JSON, from and up to an offset. */
export type JsonPlaces = ReadonlyMap<string, readonly [start: number, end: number]>;

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

interface Open {
  readonly kind: '{' | '[';
  readonly start: number;
  key: string | number;
  awaitsKey: boolean;
}

/** Finds the place of every value. The text is JSON that can be parsed. */
export function jsonPlaces(text: string): JsonPlaces {
  const places = new Map<string, readonly [number, number]>();
  const open: Open[] = [];
  const keep = (start: number, end: number): void => {
    if (open.length <= 8) places.set(JSON.stringify(open.map(({ key }) => key)), [start, end]);
  };
  for (const { 0: found, index } of text.matchAll(token)) {
    const inner = open.at(-1);
    const end = index + found.length;
    if (found === '{' || found === '[') {
      open.push({ kind: found, start: index, key: found === '{' ? '' : 0, awaitsKey: found === '{' });
    } else if (found === '}' || found === ']') {
      const closed = open.pop();
      if (closed !== undefined) keep(closed.start, end);
    } else if (found === ',') {
      if (inner?.kind === '{') inner.awaitsKey = true;
      else if (typeof inner?.key === 'number') inner.key += 1;
    } else if (found === ':') {
      if (inner !== undefined) inner.awaitsKey = false;
    } else if (inner?.kind === '{' && inner.awaitsKey) {
      inner.key = String(JSON.parse(found));
    } else keep(index, end);
  }
  return places;
}
