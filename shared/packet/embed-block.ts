/** Reads one kind of block at `lines[at]`: the block's Markdown, and the line after it. Undefined where it is something else. */
export type EmbedBlock = (lines: readonly string[], at: number) => { markdown: string; next: number } | undefined;
