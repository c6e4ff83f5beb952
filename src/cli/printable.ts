import { neutralised } from '../index.js';

/**
 * Text that cannot steer a terminal: every control character but the line feed, every direction mark and every
 * character without width is shown as a replacement sign; a tab becomes a blank.
 */
export function printable(text: string): string {
  return neutralised(text.replaceAll('\t', ' ')).replaceAll('\r\n', '\n');
}
