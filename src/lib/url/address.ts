import { base64Inflated, base64Text } from './decode.ts';

/** The longest local part and the longest domain of an address, in characters. */
const LOCAL = 64;
const DOMAIN = 253;

const BEFORE =
	/(?<![\p{L}\p{N}\p{M}_.+%'’-])[\p{M}.+%'’-]*([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.+%'’-]*)$/u;
const AFTER =
	/^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}\p{M}_-]{0,62})\.){1,8}(?:xn--[\da-z-]{2,59}|\p{L}{2,63})(?![\p{L}\p{N}])/iu;
/** What stands behind an `@` in the names of files, where no domain does: `photo@2x.png`. */
const NO_DOMAIN = /^\d(?:\.\d)?x\.|^[^.]*\.(?:png|jpe?g|gif|webp|svg|css|js|mjs|html?|php|pdf)$/i;
/** What a file's name ends in, and no domain does: `ana@example.org.html`. */
const ENDING =
	/\.(?:png|jpe?g|gif|webp|svg|css|js|mjs|html?|php|pdf|csv|tsv|txt|xlsx?|ods|json|eml|zip|gz)$/i;

/** The ways in which an `@` is written where it shall not be read at once. */
const SPELLED =
	/(?<=[\w.+-])\s?[[({<]\s?(?:at|arobase|chez|@)\s?[\])}>]\s?(?=[\p{L}\p{N}-]{1,63}\s?[.[({])/giu;
const SPELLED_DOT = /\s?[[({]\s?(?:dot|point)\s?[\])}]\s?/gi;

/** Where an address stands in a text. */
type Place = { from: number; to: number };

/** Addresses as they are read, each where it begins and ends. In time proportional to the text. */
function addressesIn(text: string): Place[] {
	const addresses: Place[] = [];
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		const local = BEFORE.exec(text.slice(Math.max(0, at - LOCAL), at))?.[1];
		const behind = local && AFTER.exec(text.slice(at + 1, at + 1 + DOMAIN))?.[0];
		const bare = behind?.replace(ENDING, '');
		const domain = bare?.includes('.') ? bare : behind;
		// `@ana@example.social` is a public name
		if (!local || !domain || NO_DOMAIN.test(domain) || text[at - local.length - 1] === '@')
			continue;
		addresses.push({ from: at - local.length, to: at + 1 + domain.length });
	}
	return addresses;
}

/** Rounds of decoding: nobody escapes more often, and a hostile text must not cost anything. */
const ROUNDS = 12;
const LONGEST = 16_384;
/** So many characters may all readings of a text have, for each that it has, and beyond that. */
const READINGS = 24;
const SPARE = 8000;

const any = () => true;

/**
 * Whether a text holds an address, however it is encoded: it is decoded until nothing changes.
 *
 * @param is which addresses are meant; any
 */
export function holdsAddress(text: string, is: (address: string) => boolean = any): boolean {
	const seen = new Set<string>();
	let wave = [text.slice(0, LONGEST)];
	let left = READINGS * wave[0]!.length + SPARE;
	for (let round = 0; round < ROUNDS && wave.length > 0; round++) {
		const next: string[] = [];
		for (const one of wave) {
			if (seen.has(one) || (left -= one.length) < 0) continue;
			seen.add(one);
			if (addressesIn(one).some(({ from, to }) => is(one.slice(from, to)))) return true;
			next.push(...decodings(one));
		}
		wave = next;
	}
	return false;
}

/** A text as it reads with one layer of each kind of code taken off. */
function decodings(text: string): string[] {
	const read = [
		text.includes('%') ? percents(text) : text,
		text.includes('&') ? text.replace(ENTITY, entity) : text,
		text.includes('=') ? text.replace(/=([2-7][\dA-F])/gi, byte) : text,
		text.includes('\\') ? text.replace(/\\(?:u00|x)([2-7][\da-f])/gi, byte) : text,
		text.includes('+') ? text.replace(/\+/g, ' ') : text,
		isPlain(text) ? text : text.normalize('NFKC').replace(UNSEEN, ''),
		/[[({]/.test(text) ? text.replace(SPELLED, '@').replace(SPELLED_DOT, '.') : text
	];
	for (const [run] of text.matchAll(/[\w+/-]{8,}/g)) {
		if (/[a-z]/.test(run) && /[A-Z]/.test(run)) read.push(...fromBase64(run));
		if (/40/.test(run)) read.push(fromHex(run));
	}
	return read.filter((one) => one !== '');
}

const ENTITY = /&(?:commat|period|#(\d{1,7})|#x([\da-f]{1,6}));?/gi;
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function entity(written: string, decimal?: string, hex?: string): string {
	if (decimal === undefined && hex === undefined) return /commat/i.test(written) ? '@' : '.';
	const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
	return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function byte(_: string, hex: string): string {
	return String.fromCharCode(parseInt(hex, 16));
}

/** Undoes percent signs run by run: one that makes no sense must not hide the others. */
export function percents(text: string): string {
	return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run.replace(/%([2-7][\da-f])/gi, byte);
		}
	});
}

function isPlain(text: string): boolean {
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
	return true;
}

/** What a run of letters may be base64 of, wherever its first whole byte is. */
function fromBase64(run: string): string[] {
	const read = [0, 1, 2, 3].flatMap((skip) => withoutZeros(base64Bytes(run.slice(skip))));
	if (run.startsWith('eJ')) read.push(base64Inflated(run) ?? '');
	return [...read, ...run.split('/').flatMap((part) => base64Text(part) ?? [])];
}

function base64Bytes(text: string): string {
	const body = text.replace(/-/g, '+').replace(/_/g, '/');
	try {
		return atob(body.length % 4 === 1 ? body.slice(0, -1) : body);
	} catch {
		return '';
	}
}

function fromHex(run: string): string {
	const bytes = /(?:[\da-f]{2}){6,}/i.exec(run)?.[0] ?? '';
	return withoutZeros(bytes.replace(/../g, (pair) => byte(pair, pair)));
}

/** UTF-16 of ASCII has a zero beside every letter. */
function withoutZeros(text: string): string {
	return text.replaceAll('\0', '');
}

/** Words that may hold an address nobody sees at once: escaped, or of letters that no word has. */
const WORD = /[^\s<>"'()[\]{},|:?]{6,4096}/g;
const MAYBE_HIDDEN = /%|&#?\w|=[2-7][\dA-Fa-f]|\\[ux]|[＠﹫]|[\w+/-]{8}/;

/**
 * A text without the addresses that it holds, in whatever way they are written.
 *
 * @param put what stands in their place
 * @param is which addresses are meant; any
 * @example withoutAddresses('Essai ana@example.org n° 3') // => 'Essai  n° 3'
 */
export function withoutAddresses(
	text: string,
	put = '',
	is: (address: string) => boolean = any
): string {
	if (!MAYBE.test(text)) return text;
	const mark = put || NOTHING;
	let clean = is === any ? spelledOut(text, mark) : text;
	if (clean.includes('@')) {
		let from = 0;
		let kept = '';
		for (const place of addressesIn(clean)) {
			if (place.from < from || !is(clean.slice(place.from, place.to))) continue;
			kept += clean.slice(from, place.from) + mark;
			from = place.to;
		}
		clean = kept + clean.slice(from);
	}
	clean = clean.replace(WORD, (word) => {
		if (!MAYBE_HIDDEN.test(word)) return word;
		// what is in plain sight was decided about above
		return addressesIn(word).length === 0 && holdsAddress(word, is) ? mark : word;
	});
	return put ? clean : clean.replace(EMPTIED, '');
}

/** Stands where an address was, until what stood around it alone has gone as well: no text has it. */
const NOTHING = '\ufdd0';

/** Where an address was, with brackets that held nothing else: `Ana Mar <ana@example.org>`. */
const EMPTIED = /\s?(?:<\ufdd0>|\(\ufdd0\))|\ufdd0/g;

/** Whether a closer look is worth while: most words are words. */
const MAYBE =
	/[@＠﹫%=\\]|&(?:#|commat)|[[({<]\s?(?:at|arobase|chez|AT)\s?[\])}>]|[a-z][A-Z]|\d[A-Za-z]|[A-Za-z]\d/;

/** An address around a spelled-out `@`: only brackets around it leave no doubt. */
function spelledOut(text: string, put: string): string {
	if (!/[[({<]\s?(?:at|arobase|chez|@)\s?[\])}>]/i.test(text)) return text;
	return text.replace(
		/[\w.+-]{1,64}\s?[[({<]\s?(?:at|arobase|chez|@)\s?[\])}>]\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[[({]\s?(?:dot|point)\s?[\])}])\s?[\p{L}\p{N}-]{2,63}){1,4}/giu,
		put
	);
}
