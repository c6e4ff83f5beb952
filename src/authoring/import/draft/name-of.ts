const reserved: ReadonlySet<string> = new Set(['constructor', 'prototype']);

/** A text as a name: at most six words and 40 letters of it; nothing where it has no Latin letter or digit. */
export function nameOf(text: string): string | undefined {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/(?<=[a-z])['’](?=[a-z])/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let name = '';
  for (const word of words.slice(0, 6)) {
    const longer = name === '' ? word.slice(0, 40) : `${name}-${word}`;
    if (longer.length > 40) break;
    name = longer;
  }
  if (name === '') return undefined;
  return reserved.has(name) ? `the-${name}` : name;
}

/** The name, with the first number behind it that makes it differ from those that are taken. It is then taken too. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}-${number}`;
  taken.add(free);
  return free;
}
