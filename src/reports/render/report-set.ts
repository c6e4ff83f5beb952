import type { Headline } from '../headlines.js';
import type { Report } from '../report.js';

/** What is shown at once: reports about the same calls, with what to know about all of them. */
export interface ReportSet {
  readonly title: string;
  /** Which calls it is about, in sentences. */
  readonly about: readonly string[];
  readonly headlines: readonly Headline[];
  readonly reports: readonly Report[];
}
