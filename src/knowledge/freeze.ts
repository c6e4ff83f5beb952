const refuse = (): never => {
  throw new TypeError('A knowledge base cannot be changed.');
};
const locked: PropertyDescriptorMap = { set: { value: refuse }, delete: { value: refuse }, clear: { value: refuse } };

/** Freezes a value with everything in it, maps included: their `set`, `delete` and `clear` throw a TypeError. */
export function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const inner of value.values()) freeze(inner);
    return lock(value);
  }
  for (const key in value) freeze(value[key]);
  return Object.freeze(value);
}

/** Freezes a map without looking at what is in it. */
export function lock<Locked extends ReadonlyMap<unknown, unknown>>(map: Locked): Locked {
  return Object.freeze(Object.defineProperties(map, locked));
}
