/** A length for SVG and DOT, with one place behind the point at most. */
export function numberText(length: number): string {
  return String(Math.round(length * 10) / 10);
}
