// Words that are no text to some readers of YAML, and forms that look like numbers, dates or marks.
const plain = /^[A-Za-z](?:[A-Za-z0-9 ',.?!()/-]*[A-Za-z0-9.?!)])?$/;
const words = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/**
 * A text as a value of a line of its own in YAML: as it is where nobody can misread it, else in double quotes. Not for a value
 * inside braces or brackets.
 */
export function yamlText(text: string): string {
  return plain.test(text) && !words.test(text) ? text : JSON.stringify(text);
}
