import { abbreviation } from './abbreviation.js';
import { code } from './code.js';
import { dialCode } from './dial-code.js';
import { emailAddress } from './email-address.js';
import { errorNumber } from './error-number.js';
import { filePath } from './file-path.js';
import { hyphenatedKeys, keyCombination } from './key-combination.js';
import { longNumber } from './long-number.js';
import { measure } from './measure.js';
import { menuStep } from './menu-step.js';
import { networkAddress } from './network-address.js';
import { phoneNumber } from './phone-number.js';
import { pictureSize } from './picture-size.js';
import { placeholder } from './placeholder.js';
import type { Reading } from './reading.js';
import { seconds } from './seconds.js';
import { singleKey } from './single-key.js';
import { version } from './version.js';
import { webAddress } from './web-address.js';

/** Everything that is said otherwise than it is written. Where several would do, the first one counts. */
export const readings: readonly Reading[] = [
  placeholder,
  emailAddress,
  networkAddress,
  webAddress,
  filePath,
  errorNumber,
  keyCombination,
  hyphenatedKeys,
  singleKey,
  menuStep,
  measure,
  seconds,
  pictureSize,
  version,
  dialCode,
  phoneNumber,
  abbreviation,
  code,
  longNumber,
];
