/**
 * Text that cannot steer a terminal: every control character but the line feed, every direction mark and every
 * character without width is shown as a replacement sign; a tab becomes a blank.
 */
export function printable(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/\t/g, ' ').replace(unprintable, '\uFFFD');
}

const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to be kept out
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;
