import { isId } from '../../index.js';
import type { Wanted } from './asking.js';

/**
 * The question for a name.
 * @param usual the one that is made from the title; empty where none can be made
 * @param taken what is wrong with a name that is there already
 */
export function nameWanted(usual: string, taken: (id: string) => string | undefined): Wanted {
  const reason = usual === '' ? undefined : taken(usual);
  return {
    option: 'a name, such as faultline new tree printer-offline',
    message: `${reason === undefined ? '' : `${reason} `}Its name, for other files to refer to:`,
    ...(usual === '' || reason !== undefined ? {} : { usual }),
    wrong: (id) =>
      isId(id)
        ? taken(id)
        : `"${id}" is no name: a name has small letters, digits and hyphens, such as printer-offline.`,
  };
}
