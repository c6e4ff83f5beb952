const placeholder = /\{([^{}\s]{1,80})\}/g;

/**
 * Fills in a template. A paragraph whose placeholders are all empty is left out with its heading, and so is a line; where
 * only some of a line are empty, they are said to be not known. What was filled in is not looked at again.
 * @param filling an empty text for what is empty; undefined for a name that it does not know, which stays as it is
 */
export function filledTemplate(template: string, filling: (name: string) => string | undefined): string {
  return template
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .flatMap((paragraph) => {
      if (isEmpty(paragraph, filling)) return [];
      const lines = paragraph.split('\n').filter((line) => !isEmpty(line, filling));
      return [lines.map((line) => filledLine(line, filling)).join('\n')];
    })
    .join('\n\n');
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

function isEmpty(text: string, filling: (name: string) => string | undefined): boolean {
  const names = namesIn(text);
  return names.length > 0 && names.every((name) => filling(name) === '');
}

function filledLine(line: string, filling: (name: string) => string | undefined): string {
  return line.replace(placeholder, (whole, name: string) => {
    const value = filling(name);
    return value === '' ? 'not known' : (value ?? whole);
  });
}
