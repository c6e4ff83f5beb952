import { describes } from './describes.js';
import { reading } from './reading.js';
import { units } from './units.js';

const number = String.raw`[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9}(?:\.[0-9]{1,4})?`;
const unit = [...units.keys()].sort((a, b) => b.length - a.length).join('|');

/** A number with a point: `2 point 4`. */
function inWords(written: string): string {
  const [whole = '', decimals] = written.split('.');
  return decimals === undefined ? whole : `${whole} point ${[...decimals].join(' ')}`;
}

function say(found: RegExpExecArray): string {
  const [, from = '', to, name = ''] = found;
  const [one, several] = units.get(name) ?? [name, name];
  const count = to === undefined ? inWords(from) : `${inWords(from)} to ${inWords(to)}`;
  return `${count} ${count === '1' || describes(found) ? one : several}`;
}

/** A number, or from one to another, with its unit: `2 point 4 gigahertz`, `20 to 25 megabytes`. */
export const measure = reading(`(${number})(?: ?[-–] ?(${number}))?[ \\u00a0]?(${unit})`, say);
