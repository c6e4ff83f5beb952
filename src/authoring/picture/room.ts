import type { NodeKind } from '../../knowledge/index.js';
import type { PictureLine } from './picture.js';

type ByRole = Readonly<Record<PictureLine['role'], number>>;

/** How much room the words of a picture take, in points: sizes of letters, heights of lines, widths, margins. */
export const room = {
  size: { kind: 10, id: 11, text: 12, end: 11, count: 11 } satisfies ByRole as ByRole,
  line: { kind: 13, id: 14, text: 15, end: 14, count: 14 } satisfies ByRole as ByRole,
  /** The widest line of a node, and the narrowest node without its margins. */
  width: 176,
  least: 90,
  padding: {
    y: 8,
    x: { ask: 12, check: 14, do: 14, decide: 22, visit: 16, fault: 13, refer: 18, close: 18 } satisfies Record<
      NodeKind,
      number
    > as Readonly<Record<NodeKind, number>>,
  },
  label: { size: 11, line: 13, width: 118 },
  /** Around the whole picture. */
  margin: 24,
} as const;
