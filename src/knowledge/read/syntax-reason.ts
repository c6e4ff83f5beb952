import type { YAMLParseError, YAMLWarning } from 'yaml';

const reasons: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'a text cannot begin with *.',
  BAD_DIRECTIVE: 'a line cannot begin with %.',
  BAD_DQ_ESCAPE: 'after a backslash in double quotes stands something unknown.',
  BAD_INDENT: 'the indentation does not fit the lines around it.',
  BAD_PROP_ORDER: 'there is something between the name and its value.',
  BAD_SCALAR_START: 'a text cannot begin with this character unless it is in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'there is a second colon on this line; a text that contains a colon has to be in quotes.',
  BLOCK_IN_FLOW: 'a list with dashes cannot stand inside brackets.',
  COMMENT_SPACE: 'before # there has to be a blank.',
  IMPOSSIBLE: 'it makes no sense here.',
  KEY_OVER_1024_CHARS: 'the name before the colon is too long.',
  MISSING_CHAR: 'a quote, a bracket, a comma or a colon is missing.',
  MULTILINE_IMPLICIT_KEY: 'a name before a colon has to stand on one line; perhaps a colon is missing.',
  MULTIPLE_ANCHORS: 'a text cannot begin with &.',
  MULTIPLE_TAGS: 'a text cannot begin with !.',
  NON_STRING_KEY: 'a name before a colon has to be a simple text.',
  TAB_AS_INDENT: 'lines have to be indented with blanks, not with tabs.',
  TAG_RESOLVE_FAILED: 'the value cannot be understood.',
  UNEXPECTED_TOKEN: 'something stands here that is not expected.',
};

/** Says in an author's words why YAML could not be read. */
export function syntaxReason(problem: YAMLParseError | YAMLWarning): string {
  const open = problem.code === 'BAD_INDENT' && problem.message.startsWith('Flow');
  if (open) return 'a bracket or brace that was opened before is not closed.';
  return reasons[problem.code] ?? 'something stands here that is not expected.';
}
