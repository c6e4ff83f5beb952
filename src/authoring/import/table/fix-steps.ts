/** The steps of a fix that stands in one cell: one a line, or between semicolons, or behind numbers. */
export function fixSteps(text: string): readonly string[] {
  const steps = text
    .replace(/(?:^|\s)\d{1,2}[.)]\s+/g, '\n')
    .split(/[\n;]+/)
    .map((step) => step.replace(/^[\s*•–-]+/, '').trim())
    .filter((step) => step !== '');
  return steps.length === 0 ? [text] : steps.slice(0, 59).concat(steps.length > 59 ? [steps.slice(59).join(', ')] : []);
}
