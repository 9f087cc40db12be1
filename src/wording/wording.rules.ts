import { blocks, type Block } from './mail-kinds.rules.js';

/** What all blocks of a mail say, a line per paragraph. */
export type Texts = Readonly<Record<Block, string>>;
/** What someone wrote in their stead; null for a block that was left as it would be. */
export type OwnBlocks = Readonly<Record<Block, string | null>>;

/** What of the texts is one's own: what differs from what would be said otherwise. */
export function ownBlocksOf(texts: Texts, otherwise: Texts): OwnBlocks {
  return eachBlock((block) => (texts[block] === otherwise[block] ? null : texts[block]));
}

/** What is said: one's own words where there are any. */
export function textsOf(own: OwnBlocks, otherwise: Texts): Texts {
  return eachBlock((block) => own[block] ?? otherwise[block]);
}

export function eachBlock<T>(of: (block: Block) => T): Readonly<Record<Block, T>> {
  return Object.fromEntries(blocks.map((block) => [block, of(block)])) as Record<Block, T>;
}
