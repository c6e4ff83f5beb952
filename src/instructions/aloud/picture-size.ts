import { reading } from './reading.js';

/** The size of a picture in points: `1920 by 1080`. */
export const pictureSize = reading('([0-9]{3,5}) ?[x×] ?([0-9]{3,5})', ([, wide, high]) => `${wide} by ${high}`);
