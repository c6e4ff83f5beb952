import { error, oneOf, quoted, warning } from './wording.js';

/** What can be wrong with a file before its meaning is looked at. */
export const readingWords = {
  'manifest-missing': error('The folder has no knowledge-base.yaml.', () => ({
    message: 'There is no "knowledge-base.yaml" in this folder.',
    hint: 'Every knowledge base starts with a file knowledge-base.yaml that gives its name, its title and its desks.',
  })),
  'link-refused': error('A file is a link that leads outside the knowledge base, or to no file.', (_: object) => ({
    message: 'This is a link that leads outside the knowledge base, or not to a file.',
    hint: 'Put the file itself into the folder.',
  })),
  'file-large': warning('A file is larger than one subject needs.', ({ size }: { size: number }) => ({
    message: `This file has ${Math.ceil(size / 1024)} KiB, which is more than the usual 256.`,
    hint: 'Split it into several files, one for each subject that a caller could name.',
  })),
  'too-large': error('A file is too large to be read.', (_: object) => ({
    message: 'This file is larger than 1 MiB and was not read.',
    hint: 'Split it into several files, one for each subject that a caller could name.',
  })),
  'not-utf8': error('A file is not text in UTF-8.', (_: object) => ({
    message: 'From here on this file is not text in UTF-8.',
    hint: 'Save the file with the encoding UTF-8.',
  })),
  'hidden-character': error(
    'A text contains a character that cannot be seen, or that changes how others are shown.',
    ({ character }: { character: string }) => ({
      message: `There is a hidden character here (${character}).`,
      hint: 'Delete it, or type the words afresh; such characters often come with text that was copied.',
    }),
  ),
  'yaml-feature': error(
    'A file uses a feature of YAML that knowledge bases do without.',
    ({ what, text }: { what: 'anchor' | 'alias' | 'tag' | 'directive'; text: string }) => ({
      message: `${quoted(text)} is read as a YAML ${what}, which is not used here.`,
      hint: {
        anchor: 'Put quotes round a text that begins with &; write shared things out, or make a procedure.',
        alias: 'Put quotes round a text that begins with *; write shared things out, or make a procedure.',
        tag: 'Put quotes round a text that begins with !, and leave tags away.',
        directive: 'Leave the line that begins with % away.',
      }[what],
    }),
  ),
  'too-deep': error('Things are nested too deeply.', (_: object) => ({
    message: 'This is nested more than 64 levels deep.',
    hint: 'Look for brackets or dashes that were repeated by mistake.',
  })),
  syntax: error('A file cannot be read as YAML.', ({ reason }: { reason: string }) => ({
    message: `This cannot be read: ${reason}`,
    hint: 'Look at the quotes, colons, brackets and the indentation of this line and the line before.',
  })),
  'several-documents': error('A file contains several documents.', (_: object) => ({
    message: 'A second document begins here.',
    hint: 'Leave the line --- away, or move what follows it to a file of its own.',
  })),
  'empty-file': error('A file is empty.', (_: object) => ({
    message: 'This file contains nothing.',
    hint: 'Write something into it, or delete it.',
  })),
  'duplicate-key': error('The same key stands twice in one place.', ({ key }: { key: string }) => ({
    message: `The key ${quoted(key)} is already used here.`,
    hint: 'Keep one of the two, or give one another name.',
  })),
  'too-many-keys': error('There are too many keys in one place.', (_: object) => ({
    message: 'There are more than 2,000 keys in one place.',
    hint: 'Split this into several files.',
  })),
  'reserved-key': error('A key has a name that the machine needs for itself.', ({ key }: { key: string }) => ({
    message: `The name ${quoted(key)} cannot be used.`,
    hint: `Use another name; ${oneOf(['__proto__', 'constructor', 'prototype'], 'and')} are reserved.`,
  })),
  'key-not-text': error('A key is not a simple text.', (_: object) => ({
    message: 'A key has to be a simple text.',
    hint: 'Write a name before the colon; a list or a map cannot be a key.',
  })),
  'number-unsafe': error('A number is too large to be kept exactly.', ({ source }: { source: string }) => ({
    message: `The number ${quoted(source)} cannot be kept exactly.`,
    hint: 'If it is a serial number or the like, put quotes round it.',
  })),
  'quotes-missing': error(
    'A text or a name is read as a number, or as true, false or null.',
    ({ source, what }: { source: string; what: 'number' | 'true or false' | 'null' }) => ({
      message: `${quoted(source)} is read as ${what === 'number' ? 'a number' : what} here, not as text.`,
      hint: `Put quotes round it: "${source}".`,
    }),
  ),
} as const;
