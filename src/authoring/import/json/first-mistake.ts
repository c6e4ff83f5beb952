const token =
  /\s*(?:("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\]:,]))/uy;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/** Where a text that is no JSON stops being it: an offset. What JSON.parse says of that differs from one Node to another. */
export function firstMistake(text: string): number {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const found: RegExpExecArray | null = token.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
    const next: Wanted | undefined = found === null ? undefined : after(found, wanted, open);
    if (found === null || next === undefined) return Math.min(start, Math.max(0, text.length - 1));
    at += found[0].length;
    wanted = next;
  }
}

// @returns what may follow; nothing where this may not stand here.
function after([, string, scalar, mark]: RegExpExecArray, wanted: Wanted, open: ('{' | '[')[]): Wanted | undefined {
  const isValue = wanted === 'value' || wanted === 'value or ]';
  if (string !== undefined && (wanted === 'key' || wanted === 'key or }')) return ':';
  if (string !== undefined || scalar !== undefined) return isValue ? ', or end' : undefined;
  switch (mark) {
    case '{':
    case '[':
      if (!isValue) return undefined;
      open.push(mark);
      return mark === '{' ? 'key or }' : 'value or ]';
    case '}':
    case ']': {
      const fits = wanted === ', or end' || wanted === (mark === '}' ? 'key or }' : 'value or ]');
      return fits && open.pop() === (mark === '}' ? '{' : '[') ? ', or end' : undefined;
    }
    case ':':
      return wanted === ':' ? 'value' : undefined;
    default:
      if (wanted !== ', or end' || open.length === 0) return undefined;
      return open.at(-1) === '{' ? 'key' : 'value';
  }
}
