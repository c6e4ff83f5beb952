import { reading } from './reading.js';

const day = /^(?:0?[1-9]|[12][0-9]|3[01])\.(?:0?[1-9]|1[0-2])\.(?:[0-9]{2}|[0-9]{4})$/;

/** A version in points: `10 point 15 point 7`. What can be a day stays as it is written, except after the word. */
export const version = reading(
  String.raw`(?:(?<=[Vv]ersion )|v)[0-9]{1,5}(?:\.[0-9]{1,6}){1,4}|[0-9]{1,5}(?:\.[0-9]{1,6}){2,4}`,
  ({ 0: found, index, input }) => {
    const named = found.startsWith('v') || /version $/i.test(input.slice(Math.max(0, index - 8), index));
    if (!named && day.test(found)) return undefined;
    return `${found.startsWith('v') ? 'version ' : ''}${found.replace('v', '').split('.').join(' point ')}`;
  },
);
