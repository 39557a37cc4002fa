/** Bytes of a keyed hash. */
export const hashBytes = 16;

/** Keyed hashes, one behind the other, and a number that goes with each. */
export type KeyedHashes = { hashes: Uint8Array; of: ArrayLike<number> };

/** Two keyed hashes of one reader: by which they may be stored, and by which they are known now. */
export type Rehashed = { before: Uint8Array; now: Uint8Array };
