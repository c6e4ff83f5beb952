import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

const [width, height] = [110, 22];

/** A small curve in a table: a number for each week. */
export function sparkSvg(values: readonly number[]): string {
  if (values.length < 2) return '';
  const x = scaleLinear([0, values.length - 1], [2, width - 2]);
  const y = scaleLinear([0, Math.max(1, ...values)], [height - 2, 2]);
  const path = line<number>()
    .x((_, index) => x(index))
    .y((value) => y(value))([...values]);
  return `<svg class="spark" viewBox="0 0 ${width} ${height}" role="img" aria-label="${values.join(', ')}"><path class="curve" d="${path ?? ''}"/></svg>`;
}
