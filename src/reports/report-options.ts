/** Which calls are counted, and how. */
export interface ReportOptions {
  /** The first and the last day on which they began, as 2026-11-28. */
  readonly since: string;
  readonly until: string;
  readonly tree?: string;
  /** Who took them last, without regard to capitals. */
  readonly agent?: string;
  readonly desk?: string;
  readonly channel?: string;
  /** Whether each version of a tree is counted by itself. Otherwise figures that an edit spoils are of the version in use. */
  readonly byVersion?: boolean;
  /** Whether personal data may be shown: what facts that are marked personal tell, and callers' words as they were said. */
  readonly personal?: boolean;
  /**
   * Takes what is personal out of callers' and agents' words: also these words, which tell who was calling. Without it and
   * without `personal` no such words are shown.
   */
  readonly redact?: (text: string, words: readonly string[]) => string;
}
