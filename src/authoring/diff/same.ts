/** Whether two values say the same, wherever they were written: places are left aside, maps and lists go by their order. */
export function isSame(a: unknown, b: unknown): boolean {
  return written(a) === written(b);
}

function written(value: unknown): string | undefined {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'at') return undefined;
    return inner instanceof Map ? [...inner] : inner;
  });
}
