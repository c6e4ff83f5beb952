import { keyPlace } from '../../knowledge/index.js';
import type { Lint } from './lint.js';

/** A known issue is over. */
export const issueOver: Lint = {
  code: 'issue-over',
  level: 'warning',
  summary: 'A known issue is over.',
  *look({ files, today }) {
    if (today === undefined) return;
    for (const { kind, root } of files) {
      const issues = kind === 'overlays' ? (root as { readonly overlays?: unknown } | null)?.overlays : undefined;
      for (const issue of Array.isArray(issues) ? issues : [])
        if (typeof issue?.until === 'string' && issue.until < today)
          yield {
            place: keyPlace(issue, 'until'),
            message: `This known issue was last shown on ${issue.until}.`,
            hint: 'Delete it, or give it a later day if it is still there.',
          };
    }
  },
};
