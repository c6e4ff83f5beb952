import type { Style } from '../style.js';
import type { Option } from './front.js';

/** The options of a menu, each with the lines it takes; a heading counts to the first option below it. */
export function optionLines(
  options: readonly Option[],
  active: number,
  style: Style,
  columns: number,
): readonly { readonly lines: readonly string[] }[] {
  return options.map(({ key = ' ', label, under }, index) => {
    const heading = under === undefined || options[index - 1]?.under === under ? [] : [style.heading(`  ${under}`)];
    return { lines: [...heading, ...style.option(key, label, index === active, columns).split('\n')] };
  });
}
