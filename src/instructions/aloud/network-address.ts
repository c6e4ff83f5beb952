import { reading } from './reading.js';
import { signBySign } from './sign-by-sign.js';

const part = `(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])`;

/** The address of a device, with its port and what follows it: `192 dot 168 dot 0 dot 1`. */
export const networkAddress = reading(
  String.raw`(?<![Vv]ersion )${part}(?:\.${part}){3}(?::[0-9]{1,5})?(?:\/(?:[\p{L}\p{N}._~?=&\/\-]{0,100}[\p{L}\p{N}_])?)?`,
  ([address]) => signBySign(address.replace(/\/$/, '')),
);
