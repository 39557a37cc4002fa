import type { Formats } from './format.ts';

/**
 * Which ranks are possible; one alone where no other is.
 *
 * @example rankWords(1, 4550, formats) // => '1–4,550'
 */
export function rankWords(low: number, high: number, { number }: Pick<Formats, 'number'>): string {
	return low === high ? number(low) : `${number(low)}–${number(high)}`;
}
