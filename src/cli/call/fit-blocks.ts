/** Lines that belong together on a screen. Where there is no room for all, those with the highest rank give way first. */
export interface Block {
  readonly lines: readonly string[];
  readonly rank: number;
  /** How many of its lines stay in any case. */
  readonly least?: number;
  /** As much of it as fits so many lines; without it the last lines are left out. */
  readonly shortened?: (rows: number) => readonly string[];
}

/** The lines of blocks, one below the other, on at most so many rows as long as the blocks can be cut. */
export function fitBlocks(blocks: readonly Block[], rows: number): readonly string[] {
  let over = blocks.reduce((sum, { lines }) => sum + lines.length, 0) - rows;
  const room = new Map(blocks.map((block) => [block, block.lines.length]));
  for (const block of blocks.toSorted((a, b) => b.rank - a.rank)) {
    const given = Math.min(Math.max(over, 0), block.lines.length - Math.min(block.least ?? 0, block.lines.length));
    room.set(block, block.lines.length - given);
    over -= given;
  }
  return blocks.flatMap((block) => {
    const left = room.get(block) ?? 0;
    if (left === block.lines.length) return block.lines;
    return block.shortened === undefined ? block.lines.slice(0, left) : block.shortened(left);
  });
}
