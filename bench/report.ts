import type { Aim, Finding, Section, Share } from './finding.js';

const columns = ['what', 'measured', 'compared', 'ratio', 'aim', ''] as const;

/** A section as a table in plain text. */
export function report({ title, remarks, findings }: Section): string {
  const heading = ['', title, ...remarks.map((remark) => `  ${remark}`)];
  if (findings.length === 0) return heading.join('\n');
  const rows = [columns, ...findings.map(row)];
  const widths = columns.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 1 || column === 3 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [...heading, '', ...lines.map((line) => `  ${line}`)].join('\n');
}

function row({
  what,
  nanoseconds,
  share,
  bytes,
  perSecond,
  compared = '',
  ratio,
  aim,
  met,
}: Finding): readonly string[] {
  const measured = [
    ...(nanoseconds === undefined ? [] : [timeInWords(nanoseconds)]),
    ...(share === undefined ? [] : [shareInWords(share)]),
    ...(perSecond === undefined ? [] : [`${Math.round(perSecond).toLocaleString('en')} a second`]),
    ...(bytes === undefined ? [] : [`${(bytes / 2 ** 20).toFixed(1)} MiB`]),
  ];
  return [
    what,
    measured.join(', '),
    compared,
    ratio === undefined ? '' : ratioInWords(ratio),
    aim === undefined ? '' : aimInWords(aim),
    met === undefined ? '' : met ? 'met' : 'NOT met',
  ];
}

function aimInWords(aim: Aim): string {
  return `${aim.bound} ${'ratio' in aim ? aim.ratio : timeInWords(aim.nanoseconds)}`;
}

function shareInWords({ count, of }: Share): string {
  const percent = of === 0 ? '' : `${((100 * count) / of).toFixed(1)}% `;
  return `${percent}(${count} of ${of})`;
}

function timeInWords(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toFixed(0)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toFixed(2)} us`;
  if (nanoseconds < 1e9) return `${(nanoseconds / 1e6).toFixed(1)} ms`;
  return `${(nanoseconds / 1e9).toFixed(1)} s`;
}

function ratioInWords(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}
