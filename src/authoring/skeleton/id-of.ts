/** A title as a name: "The printer takes no paper" becomes `printer-takes-no-paper`; empty where it has no letters or digits. */
export function idOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const [first = '', ...rest] = words;
  const named = ['the', 'a', 'an'].includes(first) && rest.length > 0 ? rest : words;
  return named.slice(0, 6).join('-').slice(0, 60).replace(/-+$/, '');
}

/** Whether a text can be a name: small letters and digits, with hyphens between them. */
export function isId(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}
