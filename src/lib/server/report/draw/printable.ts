import { openSync, type Font } from 'fontkit';
import { fontFiles } from './fonts.ts';

type FontName = keyof typeof fontFiles;

const opened = new Map<FontName, Font>();

function fontOf(name: FontName): Font {
	let font = opened.get(name);
	if (!font) {
		const read = openSync(fontFiles[name]);
		if (!('hasGlyphForCodePoint' in read)) throw new RangeError('a collection of fonts');
		font = read;
		opened.set(name, font);
	}
	return font;
}

function isKnown(name: 'sans' | 'serif', letter: string): boolean {
	return fontOf(name).hasGlyphForCodePoint(letter.codePointAt(0)!);
}

/** One emoji as people see it: joined pictures, skin tones, flags and keycaps are one. */
const EMOJI =
	/(?:\p{RI}\p{RI}|[#*0-9]\ufe0f?\u20e3|\p{Extended_Pictographic}[\ufe0e\ufe0f]?[\u{1f3fb}-\u{1f3ff}]?(?:\u200d\p{Extended_Pictographic}[\ufe0e\ufe0f]?[\u{1f3fb}-\u{1f3ff}]?)*)/u;
const EMOJIS = new RegExp(`(?<![\\t \\u00a0])[\\t \\u00a0]*${EMOJI.source}`, 'gu');

/** What directs text or joins letters, and is itself never seen. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad]/g;

/** Stands for a letter that the fonts of paper do not have. */
export const MISSING = '□';

/**
 * A text as paper can print it: emoji go together with the space before them, narrow spaces become
 * ones that the fonts have, French signs keep to their word, and what no font has leaves a box, never
 * nothing.
 *
 * @example printable('Fin 🎉 !') // => 'Fin\u00a0!'
 */
export function printable(text: string): string {
	const plain = text
		.replace(EMOJIS, (match) => {
			const sign = match.trim();
			// © and ™ are among them, and are letters here
			return [...sign].length === 1 && isKnown('sans', sign) ? match : '';
		})
		.replaceAll('\u202f', '\u00a0')
		.replace(UNSEEN, '')
		.normalize('NFC');
	const printed = [...plain].map((letter) => {
		if (/\s/.test(letter) || isKnown('sans', letter)) return letter;
		const simple = letter.normalize('NFKC');
		return [...simple].every((one) => isKnown('sans', one)) ? simple : MISSING;
	});
	// texts of others are typed with plain spaces there, and with signs that only now are these: no line
	// begins with the sign after the space
	return printed
		.join('')
		.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0')
		.replace(/^\s+/, '');
}

/** Whether the family of titles has every letter of a text; else it is written in that of the tables. */
export function fitsSerif(text: string): boolean {
	return [...text].every((letter) => /\s/.test(letter) || isKnown('serif', letter));
}

/** How wide a text is on paper, in points. */
export function widthIn(name: FontName, text: string, size: number): number {
	const { unitsPerEm } = fontOf(name);
	return (fontOf(name).layout(text).advanceWidth / unitsPerEm) * size;
}

/**
 * The size at which a text that must not be broken is no wider than that, in points: the one asked for, or
 * a smaller one.
 */
export function sizeIn(
	name: FontName,
	text: string,
	{ size, room }: { size: number; room: number }
): number {
	const wide = widthIn(name, text, size);
	return wide <= room ? size : Math.floor((size * room * 10) / wide) / 10;
}

/** A text that is no wider than that, in points: whole, or cut between letters with an ellipsis. */
export function cutIn(
	name: FontName,
	text: string,
	{ size, room }: { size: number; room: number }
) {
	if (widthIn(name, text, size) <= room) return text;
	const letters = [...text];
	const cut = (at: number) => `${letters.slice(0, at).join('').trimEnd()}…`;
	let [fits, most] = [0, letters.length - 1];
	while (fits < most) {
		const half = Math.ceil((fits + most) / 2);
		if (widthIn(name, cut(half), size) <= room) fits = half;
		else most = half - 1;
	}
	return cut(fits);
}
