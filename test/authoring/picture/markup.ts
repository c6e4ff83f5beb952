/** One start tag of HTML or SVG with its attributes. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A text of markup as a reader sees it. */
export function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

/**
 * The start tags of a document and its texts, as a reader of markup takes them: what stands in a style or a script belongs
 * to that. Throws where something is neither a tag nor a text.
 */
export function markupOf(source: string): { readonly tags: readonly Tag[]; readonly texts: readonly string[] } {
  const tags: Tag[] = [];
  const texts: string[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at += found[0].length;
    return found;
  };
  while (at < source.length) {
    const text = take(/[^<]+/y);
    if (text !== null) {
      if (/&(?!(?:amp|lt|gt|quot|#39|#\d+);)/.test(text[0])) throw new Error(`a bare ampersand: ${text[0]}`);
      texts.push(decoded(text[0]));
      continue;
    }
    if (take(/<\/[a-z0-9]+>|<!doctype html>|<\?xml [^>]*\?>/y) !== null) continue;
    const tag = take(/<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"<>]*")?)*)\s*\/?>/y);
    if (tag === null) throw new Error(`neither a tag nor a text: ${source.slice(at, at + 80)}`);
    const attributes = [...(tag[2] ?? '').matchAll(/([a-zA-Z][\w:-]*)(?:="([^"]*)")?/g)];
    tags.push({
      name: tag[1] ?? '',
      attributes: new Map(attributes.map(([, name = '', value = '']) => [name, decoded(value)])),
    });
    if (tag[1] === 'script' || tag[1] === 'style') take(new RegExp(`[\\s\\S]*?(?=</${tag[1]}>)`, 'y'));
  }
  return { tags, texts };
}
