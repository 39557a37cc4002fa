import { withWindowsSigns } from '#lib/windows-1252.ts';
import type { Encoding } from '../encodings.ts';

/** What Excel's “CSV (MS-DOS)” is written in, from 0x80 on; no release of Node decodes it. */
const IBM850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
	'ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Reads text in IBM 850, byte by byte. */
export function ibm850Text(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : IBM850[byte - 0x80];
	return text;
}

/** Encodings of one byte a letter that can be told by the words that come out, the most frequent first. */
const told = [
	'windows-1252',
	'macintosh',
	'ibm850',
	'windows-1250',
	'windows-1251',
	'windows-1253',
	'windows-1254'
] as const;

type OneByte = (typeof told)[number] & Encoding;

/** Signs that stand within words, before them, and after them; dashes and spaces stand anywhere. */
const WITHIN = /’/;
const BEFORE = /[“‘«„‹¿¡€£§©]/;
const AFTER = /[”’“»›…™®©°ºª²³€]/;
const ANYWHERE = /[–—‘•\u00a0\u00ad]/;

/** So many letters beyond ASCII follow each other in no word of a Latin alphabet. */
const NO_WORD = 3;

const LETTER = /\p{L}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
/** Alphabets whose words have no Latin letters. */
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Letters of languages that are written in these encodings; others are signs of a wrong one. */
const COMMON = /[àáâãäåæçèéêëìíîïñòóôõöøùúûüœßąćęłńśźżăčďěňřšťůžđőűğış]/i;

const isAscii = (sign: string) => sign < '\x80';
const isLetter = (sign: string) => LETTER.test(sign);

/** How well a sign fits between its neighbours: above 0 where writers put it so, below where they do not. */
function fitOf(before: string, sign: string, after: string): number {
	const follows = isLetter(before);
	const leads = isLetter(after);
	// alone it may be a word, or a sign between words
	if ((!follows && !leads) || ANYWHERE.test(sign)) return 0;
	if (!isLetter(sign)) {
		if (follows && leads) return WITHIN.test(sign) ? 1 : -2;
		return (follows ? AFTER : BEFORE).test(sign) ? 1 : -1;
	}
	const isOther = OTHER.test(sign);
	if (isOther && ((follows && isAscii(before)) || (leads && isAscii(after)))) return -2;
	if (!isCased(before, sign, after)) return -2;
	return isOther || COMMON.test(sign) ? 1 : 0;
}

/** Whether a letter is a capital or none as its neighbours let one expect: `Éte`, `ÉTÉ`, `été`. */
function isCased(before: string, letter: string, after: string): boolean {
	if (LOWER.test(letter)) return isLetter(before) || !UPPER.test(after);
	return !LOWER.test(before) && !(UPPER.test(before) && LOWER.test(after));
}

/** The sum of how well all signs beyond ASCII fit, in a text that was read in one of the encodings. */
function plausibility(text: string): number {
	let sum = 0;
	let run = 0;
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		if (isAscii(sign)) {
			run = 0;
			continue;
		}
		run = isLetter(sign) ? run + 1 : 0;
		const isNoWord = run >= NO_WORD && !OTHER.test(sign);
		sum += isNoWord ? -2 : fitOf(text[at - 1] ?? ' ', sign, text[at + 1] ?? ' ');
	}
	return sum;
}

/** Reads text of one byte a letter. */
export function oneByteText(bytes: Uint8Array, encoding: OneByte): string {
	if (encoding === 'ibm850') return ibm850Text(bytes);
	const text = new TextDecoder(encoding).decode(bytes);
	return encoding === 'windows-1252' ? withWindowsSigns(text) : text;
}

/**
 * Tells which encoding of one byte a letter a text is in, by the words that come out: in a wrong one
 * capitals and signs stand in the middle of words. Windows-1252 where none is better.
 */
export function tellOneByte(bytes: Uint8Array): OneByte {
	let best: { encoding: OneByte; sum: number } | null = null;
	for (const encoding of told) {
		const sum = plausibility(oneByteText(bytes, encoding));
		if (best === null || sum > best.sum) best = { encoding, sum };
	}
	return best!.encoding;
}
