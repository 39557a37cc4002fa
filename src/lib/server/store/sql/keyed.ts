/** Bytes of a keyed hash. */
export const hashBytes = 16;

/** Keyed hashes, one behind the other, and a number that goes with each. */
export type KeyedHashes = { hashes: Uint8Array; of: ArrayLike<number> };
