/** From here on a number stands for a reader of one issue who is nobody elsewhere (readers/cut-readers.ts). */
export const FIRST_PSEUDONYM = 2 ** 30;

export const isPseudonym = (reader: number) => reader >= FIRST_PSEUDONYM;
