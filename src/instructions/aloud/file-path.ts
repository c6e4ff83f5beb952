import { reading } from './reading.js';
import { signBySign } from './sign-by-sign.js';

const name = String.raw`[\p{L}\p{N}_.~%$()+\-]{0,80}[\p{L}\p{N}_%~$]`;
// The name of a folder can have spaces inside where a backslash shows that it goes on; the last name cannot: nobody can
// tell where it would end.
const folder = String.raw`(?:[\p{L}\p{N}_.~%$()+\-]{1,40}(?: [\p{L}\p{N}_.~%$()+\-]{1,40}){0,3}\\)`;
const onWindows = String.raw`(?:[A-Za-z]:\\{1,2}|\\\\|%[A-Za-z]{2,30}%\\)${folder}{0,12}(?:${name}|(?<=\\))\\?`;
const variable = '%[A-Za-z]{2,30}%';
const perTime = String.raw`(?!\/(?:second|minute|hour|day|week|month|year|person|piece)s?\b)`;
const onUnix = String.raw`(?:~(?=\/)|${perTime})(?:\/${name}){1,12}\/?`;

/** A path sign by sign: `C colon backslash Users`, `slash etc slash hosts`. */
export const filePath = reading(`${onWindows}|${variable}|${onUnix}`, ([path]) => signBySign(path));
