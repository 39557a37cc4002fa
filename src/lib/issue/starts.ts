import { isSponsorLabel } from './labels.ts';
import { countWords, shared } from './line.ts';
import { prominence } from './prominence.ts';
import { isOverText } from './view.ts';
import { bodySize, ledByEmoji } from './signs.ts';
import { labelsSponsor } from './words.ts';
import type { Signed } from './signs.ts';

/**
 * The places in a section where items begin, by the strongest mark that it has: titles that stand
 * out, else list entries or bold run-in words, else linked titles, else what only a text without
 * typography has.
 */
export function startsOf(signed: readonly Signed[]): number[] {
	const strong = withoutSubordinates(signed, titles(signed));
	if (strong.length && !strong.every((i) => labelsSponsor(signed[i]!.line.text))) return strong;

	// an advertisement's title says nothing of how the stories around it begin
	const lesser = lesserStarts(signed).filter((i) => !strong.includes(i - 1));
	return [...new Set([...strong, ...lesser])].sort((a, b) => a - b);
}

/** Where no titles stand out. */
function lesserStarts(signed: readonly Signed[]): number[] {
	const counted = countedParagraphs(signed);
	if (counted.length) return counted;

	const entries = listEntries(signed);
	const leads = boldLeads(signed);
	if (entries.length && leads.length >= 2) return leads[0]! < entries[0]! ? leads : entries;
	const linked = linkedStarts(signed);
	if (entries.length) return [...aboveList(signed, linked, entries[0]!), ...entries];
	if (leads.length) return leads;

	return linked.length ? linked : unmarkedTitles(signed);
}

function places(signed: readonly Signed[], keep: (one: Signed, i: number) => boolean): number[] {
	return signed.flatMap((one, i) => (keep(one, i) ? [i] : []));
}

/** Headings, and links that are larger or bolder than the sentences around them or after them. */
function titles(signed: readonly Signed[]): number[] {
	const body = bodySize(signed.map(({ line }) => line));
	return places(
		signed,
		({ sign, line }, i) =>
			(sign === 'heading' && !isSponsorLabel(signed, i)) ||
			((sign === 'runIn' || sign === 'linked') &&
				!line.bullet &&
				line.lead > 0 &&
				line.lead >= line.links[0]!.end) ||
			(sign === 'linked' &&
				!line.bullet &&
				(line.level > 0 || line.bold || line.size > body * 1.08))
	);
}

/** Paragraphs that their author counted: "1. …", "2. …", and so on. */
function countedParagraphs(signed: readonly Signed[]): number[] {
	const found: number[] = [];
	signed.forEach(({ line }, i) => {
		const number = /^\W{0,3}(\d{1,2})\s?[.):/–—-]/.exec(line.text)?.[1];
		if (!line.bullet && Number(number) === found.length + 1) found.push(i);
	});
	return found.length >= 3 ? found : [];
}

/** Entries of the outermost list, where it is a list of links or the whole section is a list. */
function listEntries(signed: readonly Signed[]): number[] {
	const bullets = places(signed, ({ line }) => line.bullet);
	const top = bullets.reduce((depth, i) => Math.min(depth, signed[i]!.line.depth), Infinity);
	const entries = bullets.filter((i) => signed[i]!.line.depth === top);
	if (!entries.length) return [];

	const linked = entries.filter((i, n) => {
		const end = entries[n + 1] ?? signed.length;
		for (let j = i; j < end && (j === i || signed[j]!.line.depth > 0); j++) {
			if (signed[j]!.line.links.length) return true;
		}
		return false;
	});
	if (linked.length >= entries.length * 0.5) return entries;

	const around = signed.filter(({ line }) => !line.bullet && line.depth === 0 && line.text);
	const linkless = signed.every(({ line }) => !line.links.length);
	return linkless && around.length <= 1 && entries.length >= 2 ? entries : [];
}

/** Stories told at more length above a list of short ones: what introduces a list is one paragraph. */
function aboveList(signed: readonly Signed[], linked: readonly number[], first: number): number[] {
	const above = linked.filter((i) => i < first);
	return above.length >= 2 && signed.findIndex(({ line }) => line.text) === above[0] ? above : [];
}

function boldLeads(signed: readonly Signed[]): number[] {
	const leads = places(signed, ({ sign, line }) =>
		sign === 'runIn' || sign === 'linked' ? !line.bullet && line.lead > 0 : sign === 'boldLead'
	);
	const first = signed.findIndex(({ line }) => line.text);
	return leads.length >= 2 || leads[0] === first ? leads : [];
}

/** Lines that are a link, and those that begin with one, unless they only describe the title above. */
function linkedStarts(signed: readonly Signed[]): number[] {
	const linked = places(signed, ({ sign, line }) => sign === 'linked' && !line.bullet);
	const runIns = places(signed, ({ sign, line }) => sign === 'runIn' && !line.bullet);
	const full = places(signed, ({ line }) => line.text !== '');

	if (!linked.length) {
		const many = runIns.length >= 2 && runIns.length >= full.length * 0.4;
		return many || runIns[0] === full[0] ? runIns : [];
	}

	const shapes = new Set(linked.map((i) => signed[i]!.line.shape));
	const titles = new Set(linked);
	const others = runIns.filter((i) => !shapes.has(signed[i]!.line.shape));
	// a lone link between stories that begin with theirs makes these no descriptions
	const apart = others.length > linked.length && !others.some((i) => titles.has(i - 1));
	const alike = apart ? runIns : runIns.filter((i) => shapes.has(signed[i]!.line.shape));
	// what begins with the same emoji as the line above stands beside it
	const below = alike.filter((i) => titles.has(i - 1) && !ledByEmoji(signed[i]!.line.text)).length;
	const describe = below >= linked.length * 0.8 && below >= alike.length * 0.8;
	return describe ? linked : [...linked, ...alike].sort((a, b) => a - b);
}

function unmarkedTitles(signed: readonly Signed[]): number[] {
	const emoji = places(signed, ({ line }) => ledByEmoji(line.text) && countWords(line.text) <= 16);
	if (emoji.length >= 2) return emoji;

	const weak = places(signed, (_, i) => isOverText(signed, i));
	return weak.length >= 2 || (weak.length && weak[0]! <= 1) ? weak : [];
}

/**
 * Of titles of several looks, those that only ever follow a greater one (a bold author, a bold
 * "discuss") begin nothing.
 */
function withoutSubordinates(signed: readonly Signed[], titled: number[]): number[] {
	const looks = new Map<string, number[]>();
	for (const i of titled) {
		const look = signed[i]!.look;
		const alike = looks.get(look);
		if (alike) alike.push(i);
		else looks.set(look, [i]);
	}
	if (looks.size < 2) return titled;

	const ranked = [...looks.values()].sort(
		(a, b) => prominence(signed[b[0]!]!.line) - prominence(signed[a[0]!]!.line)
	);
	const kept = new Set(ranked[0]);
	for (const alike of ranked.slice(1)) {
		const members = new Set(alike);
		const once = alike.filter((i) => followsOnce(signed, i, kept, members));
		if (alike.length < 2 || once.length < alike.length * 0.8) for (const i of alike) kept.add(i);
	}
	return titled.filter((i) => kept.has(i));
}

/** Whether a title stands closely, and as the only one of its look, under one of those kept. */
function followsOnce(
	signed: readonly Signed[],
	i: number,
	kept: ReadonlySet<number>,
	members: ReadonlySet<number>
): boolean {
	for (let above = i - 1; above >= 0 && i - above <= 4; above--) {
		if (kept.has(above)) return shared(signed[above]!.line, signed[i]!.line) > 1;
		if (members.has(above)) return false;
	}
	return false;
}
