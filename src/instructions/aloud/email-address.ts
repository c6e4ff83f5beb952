import { reading } from './reading.js';
import { signBySign } from './sign-by-sign.js';

const name = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._+\-]{0,62}[\p{L}\p{N}_])?`;

/** An e-mail address sign by sign: `help at example dot com`. */
export const emailAddress = reading(
  String.raw`${name}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,62}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}`,
  ([address]) => signBySign(address),
);
