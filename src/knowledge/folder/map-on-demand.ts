import { lock } from '../freeze.js';

/**
 * A map that makes each value when it is first asked for, so that a call decodes only the trees it goes through. It is
 * read like any other map, and like the other maps of a knowledge base it cannot be changed.
 */
export function mapOnDemand<Value extends object>(
  keys: readonly string[],
  make: (index: number) => Value,
): ReadonlyMap<string, Value> {
  const { get, set, entries, values, forEach } = Map.prototype;
  const map = new Map<string, Value | number>(keys.map((key, index) => [key, index]));
  const made = (key: string): Value | undefined => {
    const found = get.call(map, key) as Value | number | undefined;
    if (typeof found !== 'number') return found;
    const value = make(found);
    set.call(map, key, value);
    return value;
  };
  const whole = (): Map<string, Value> => {
    for (const key of map.keys()) made(key);
    return map as Map<string, Value>;
  };
  const reading = {
    get: made,
    values: () => values.call(whole()),
    entries: () => entries.call(whole()),
    [Symbol.iterator]: () => entries.call(whole()),
    forEach: (...each: Parameters<typeof forEach>) => forEach.apply(whole(), each),
  };
  for (const name of Reflect.ownKeys(reading)) {
    Object.defineProperty(map, name, { value: reading[name as keyof typeof reading] });
  }
  return lock(map as unknown as ReadonlyMap<string, Value>);
}
