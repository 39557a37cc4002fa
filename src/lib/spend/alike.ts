import { nameKey } from '#lib/name-key.ts';

/**
 * Why two names may mean the same thing. Worded under `names.because.<code>`.
 *
 * - `words`: the same except for words without meaning of their own, such as "Ads" or "Ltd"
 * - `platform`: two names of one platform
 * - `letters`: spelled almost alike
 * - `part`: one is the beginning or the end of the other
 */
export type Alike = 'words' | 'platform' | 'letters' | 'part';

/** The reasons, the strongest first. */
export const alikeOrder: readonly Alike[] = ['words', 'platform', 'letters', 'part'];

const EMPTY = new Set(
	(
		'ad ads adv advert adverts advertising pub publicite publicites sponsored sponsorise sponso campaign campaigns ' +
		'campagne campagnes paid payant payants cpc cpm ppc social reseau network newsletter newsletters infolettre ' +
		'lettre inc llc ltd limited sas sasu sarl sa gmbh ag bv nv plc corp corporation co company cie group groupe ' +
		'the le la les l de du des d of www com fr org net io eu http https app'
	).split(' ')
);

/** Words that make a channel different from the paid channel of the same name. */
const APART = /^(?:organic|organique|organiques|naturel|naturels|free|gratuit|gratuits|direct)$/;

const PLATFORMS = [
	'facebook fb meta',
	'instagram insta ig',
	'google adwords gads googleads',
	'linkedin li linkedinads',
	'twitter x',
	'tiktok tt',
	'youtube yt',
	'bing microsoft msads',
	'referral referrals parrainage parrainages'
].map((names) => new Set(names.split(' ')));

/**
 * Why two names, given as their distinctive words, may mean the same thing; null if there is no reason.
 *
 * @example likeness(tellingWords('Facebook Ads'), tellingWords('facebook')) // => 'words'
 */
export function likeness(left: readonly string[], right: readonly string[]): Alike | null {
	if (left.length === 0 || right.length === 0) return null;
	if (left.some((word) => APART.test(word)) !== right.some((word) => APART.test(word))) return null;
	// numbers distinguish: "Salon 2025" is not "Salon 2026"
	const numbers = (words: readonly string[]) => words.filter((word) => /\d/.test(word)).join(' ');
	if (numbers(left) !== numbers(right)) return null;

	const platform = (words: readonly string[]) =>
		PLATFORMS.findIndex((names) => words.every((word) => names.has(word)));
	if (bare(left) === bare(right)) return 'words';
	if (platform(left) >= 0 && platform(left) === platform(right)) return 'platform';
	return ofLetters(left.map(singular), right.map(singular));
}

/** Words joined into one, as in a site's address: `lephare` is `Le Phare`. */
function bare(words: readonly string[]): string {
	const text = words.join('');
	const rest = text.replace(/^(?:les?|la|the)/, '');
	return rest.length >= 4 ? rest : text;
}

function ofLetters(left: readonly string[], right: readonly string[]): Alike | null {
	const [one, other] = [left.join(''), right.join('')];
	if (one === other) return 'letters';
	const shorter = Math.min(one.length, other.length);
	if (shorter >= 4 && distance(one, other) <= (shorter < 8 ? 1 : 2)) return 'letters';
	const [few, many] = left.length < right.length ? [left, right] : [right, left];
	const sides = [many.slice(0, few.length), many.slice(-few.length)];
	if (few.length < many.length && few.join('').length >= 4)
		if (sides.some((words) => words.join(' ') === few.join(' '))) return 'part';
	return null;
}

const singular = (word: string) => (word.length >= 5 ? word.replace(/[sx]$/, '') : word);

/** The distinctive words of a name; all of its words if none is. */
export function distinctiveWords(name: string): string[] {
	// `FacebookAds` is two words
	const words = nameKey(name)
		.split(/[^\p{L}\p{N}]+/u)
		.flatMap((word) => word.replace(/(?<=\p{L}{5})ads$/u, ' ads').split(' '))
		.filter(Boolean);
	const telling = words.filter((word) => !EMPTY.has(word));
	return telling.length ? telling : words;
}

/**
 * How many letters must be added, dropped, changed or swapped with their neighbour to turn one text into the
 * other (optimal string alignment); 3 for three or more.
 */
function distance(a: string, b: string): number {
	if (Math.abs(a.length - b.length) > 2) return 3;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = last[j - 1]! + Number(a[i - 1] !== b[j - 1]);
			row.push(Math.min(changed, last[j]! + 1, row[j - 1]! + 1));
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				row[j] = Math.min(row[j]!, before[j - 2]! + 1);
		}
		[before, last] = [last, row];
	}
	return Math.min(3, last[b.length]!);
}
