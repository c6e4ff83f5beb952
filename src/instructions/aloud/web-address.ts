import { reading } from './reading.js';
import { signBySign } from './sign-by-sign.js';

// Endings by which an address without www is known. Those that are words (it, at, no) or file endings are left out.
const endings = 'com|org|net|edu|gov|info|io|eu|uk|de|ch|fr|nl|es|pl|se|dk|fi|ie|ca|au|nz|jp';
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\-]{0,61}[\p{L}\p{N}])?`;
const marked = String.raw`https?:\/\/${label}(?:\.${label}){0,6}|www(?:\.${label}){1,6}`;
const plain = String.raw`(?:${label}\.){1,6}(?:${endings})`;
const rest = String.raw`(?::\p{N}{1,5})?(?:[\/?#](?:[\p{L}\p{N}.~%@:+&=?#\/_!,$*\-]{0,200}[\p{L}\p{N}\/=_])?)?`;

/** A web address sign by sign, without https and without a slash at its end: `w w w dot example dot com`. */
export const webAddress = reading(`(?:${marked}|${plain})${rest}`, ([address]) =>
  signBySign(address.replace(/^https?:\/\//i, '').replace(/[/?#]$/, '')),
);
