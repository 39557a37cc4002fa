import { countWords, isBoxedWith, type Line } from './lines/line.ts';
import { prominence } from './lines/prominence.ts';
import { bodySize, type Signed } from './lines/signs.ts';
import { beginsItem, type HeadingView } from './lines/view.ts';
import { headingKey, isReadMore, isRefrain, isSectionWord } from './lines/words.ts';
import { labelsSponsor, marksSponsor } from './lines/sponsor-words.ts';

// Lines that look like headings and belong to one item each.

/** A label over each single item, used again in the same issue, is the item's own. */
export function areLabels(
	signed: readonly Signed[],
	members: readonly number[],
	views: readonly HeadingView[]
): boolean {
	// "Sponsored" may stand over two sections of one item each
	const texts = members.map((i) => signed[i]!.line.text).filter((text) => !marksSponsor(text));
	// "Story 1", "Story 2" are titles: their numbers tell them apart
	const keys = texts.map((text) => `${headingKey(text)} ${text.match(/\d+/g)?.join(' ') ?? ''}`);
	const repeated = new Set(keys).size < texts.length;
	const single = views.filter((view) => view.units <= 1 && !view.stacked).length;
	return members.length >= 4 && repeated && single > members.length * 0.8;
}

/**
 * Small words in one box with the one title below them ("POLITICS", "Health"), below headings that hold
 * them: what each story is of. Where nothing holds them they are the sections themselves.
 */
export function areKickers(signed: readonly Signed[], members: readonly number[]): boolean {
	const own = members.filter((i) => {
		const { line } = signed[i]!;
		const title = signed[i + 1];
		if (!title || line.level || title.line.size < line.size * 1.2) return false;
		if (title.sign !== 'heading' && title.sign !== 'linked') return false;
		return !i || isBoxedWith(line, title.line, signed[i - 1]!.line);
	});
	const held = members.some((i) => {
		const above = signed[i - 1];
		return above?.sign === 'heading' && prominence(above.line) > prominence(signed[i]!.line);
	});
	return (held && own.length >= members.length * 0.8) || overFew(signed, members);
}

/**
 * Small words over titles, among more of their look that are no heading by their words ("Report",
 * "5 min read"): of the one story below, even where their own words name sections elsewhere.
 */
export function areAmongLabels(signed: readonly Signed[], members: readonly number[]): boolean {
	const [first] = members;
	const { line, look } = signed[first!]!;
	if (line.level || !isSmall(signed, line)) return false;
	const others = signed.filter(({ sign, look: other, line: { text, links } }, i) => {
		const next = signed[i + 1]?.sign;
		const isOver = next === 'linked' || next === 'heading';
		return sign === null && other === look && isOver && !links.length && countWords(text) <= 4;
	});
	return others.length >= 2 && others.length >= members.length;
}

/** Whether a line is in capitals, or in letters smaller than the text's. */
function isSmall(signed: readonly Signed[], { caps, size }: Line): boolean {
	return caps || size < bodySize(signed.map(({ line }) => line)) * 0.95;
}

/** Whether they stand over a few of many titles that look alike: whatever holds stories holds them all. */
function overFew(signed: readonly Signed[], members: readonly number[]): boolean {
	const looks = new Set<string>();
	for (const i of members) {
		const [{ line }, title] = [signed[i]!, signed[i + 1]];
		if (line.level || title?.sign !== 'heading' || title.line.size < line.size * 1.2) return false;
		looks.add(title.look);
	}
	const titles = signed.flatMap(({ sign, look }, i) =>
		sign === 'heading' && looks.has(look) ? [i] : []
	);
	return titles.length >= members.length * 2 && !partAll(signed, members, titles);
}

/**
 * Whether they part all titles, none of which stands above the first of them: by their words, in letters
 * as large as the text's, or outside of the boxes in which titles stand with what they are over.
 */
function partAll(
	signed: readonly Signed[],
	members: readonly number[],
	titles: readonly number[]
): boolean {
	if (members[0]! > titles[0]!) return false;
	const lines = members.map((i) => signed[i]!.line);
	const named = lines.filter(({ text }) => isSectionWord(text)).length;
	const [first] = lines;
	if (named >= members.length * 0.5 || (first!.bold && !isSmall(signed, first!))) return true;

	const closerBelow = (i: number) => {
		const [above, own, below] = [signed[i - 1]?.line, signed[i]!.line, signed[i + 1]?.line];
		return !!above && !!below && isBoxedWith(own, below, above);
	};
	return titles.filter(closerBelow).length >= titles.length * 0.8 && !members.some(closerBelow);
}

/** "1. …", "2. …" over one thing each: what is counted are items. */
export function areNumbered(
	signed: readonly Signed[],
	members: readonly number[],
	views: readonly HeadingView[]
): boolean {
	const numbered = members.filter((i) => /^\W{0,3}\d{1,2}\s?[.)°:/–—-]/.test(signed[i]!.line.text));
	const several = views.filter((view) => view.units >= 2 || view.stacked).length;
	if (countsUp(signed, members) || areSmartBrevity(signed, numbered)) return true;
	return (
		members.length >= 3 && numbered.length >= members.length * 0.6 && several < members.length * 0.6
	);
}

/** "1 big thing: …", "2. …" and so on over stories told in paragraphs that "Why it matters" begins. */
function areSmartBrevity(signed: readonly Signed[], members: readonly number[]): boolean {
	const all = signed.flatMap(({ sign, line }) => {
		const number = /^\W{0,3}(\d{1,2})(?=[.):]? )/.exec(line.text)?.[1];
		return sign === 'heading' && number ? [Number(number)] : [];
	});
	const refrains = signed.filter(({ line }) => isRefrain(line.text.slice(0, line.lead))).length;
	return members.length > 0 && all.length >= 4 && all.every((n, i) => n === i + 1) && refrains >= 2;
}

/** "1 Harbours reopen", "2 A bridge too low": numbers that go up by one and have no sign behind. */
export function countsUp(signed: readonly Signed[], members: readonly number[]): boolean {
	const numbers = members.map((i) => Number(/^(\d{1,2}) \p{L}/u.exec(signed[i]!.line.text)?.[1]));
	return numbers.length >= 3 && numbers.every((number, n) => number === numbers[0]! + n);
}

/** In one box with what stands above it, and apart from what follows: a source, an author. */
export function areTrailers(signed: readonly Signed[], members: readonly number[]): boolean {
	const trailing = members.filter((i) => {
		const [above, line, below] = [signed[i - 1]?.line, signed[i]!.line, signed[i + 1]?.line];
		if (!above || !below || line.level || !/\p{L}/u.test(above.text)) return false;
		return isBoxedWith(line, above, below);
	});
	return trailing.length >= members.length * 0.8 || areCredits(signed, members);
}

/**
 * Small words after each item of a text without boxes: after the last one of a section comes its next
 * heading, or nothing, and none of them comes right below a heading.
 */
function areCredits(signed: readonly Signed[], members: readonly number[]): boolean {
	const body = bodySize(signed.map(({ line }) => line));
	const { line, sign } = signed[members[0]!]!;
	if (sign !== 'heading' || line.level || line.bold || line.size >= body * 0.9) return false;

	const greater = (i: number) =>
		signed[i]?.sign === 'heading' && prominence(signed[i]!.line) > prominence(line);
	// the first of all is below an item, too
	if (!signed.slice(0, members[0]).some((one, i) => beginsItem(one) || greater(i))) return false;
	const last = members.filter((i) => greater(i + 1) || i === signed.length - 1).length;
	const first = members.filter((i) => greater(i - 1)).length;
	const between = members.filter((i) => signed[i + 1] && beginsItem(signed[i + 1]!)).length;
	return last > 0 && between > 0 && first === 0;
}

/**
 * Bold words that begin paragraphs of story after story ("Why it matters:"), once in each, and those
 * that newsletters everywhere use so: places of paragraphs that begin nothing.
 */
export function refrains(signed: readonly Signed[]): number[] {
	const places = new Map<string, number[]>();
	const twice = new Set<string>();
	let here = new Set<string>();
	const stories = new Set([here]);
	// where the first words below a heading are a call ("Watch: …"), the calls below are entries
	let entries = false;
	signed.forEach(({ line, sign }, i) => {
		if (sign === 'heading') stories.add((here = new Set()));
		const words = line.text.slice(0, line.lead);
		if (!words || line.bullet) return;
		const key = headingKey(words);
		const ends = words.slice(-1) + line.text.slice(line.lead, line.lead + 2);
		if (!/^:|^.\s*[:–—]/u.test(ends) && !(isRefrain(key) && /^[.?!]/.test(ends))) return;
		if (!here.size) entries = signed[i - 1]?.sign === 'heading' && isReadMore(key);
		// "Stat: …", "Quote: …" and then "Read: …": the third of its kind
		const third = here.size >= 2 && [...here].every((word) => isWord(word));
		if ((entries || third) && isReadMore(key)) {
			here.add(key);
			return;
		}
		if (here.has(key)) twice.add(key);
		here.add(key);
		const known = places.get(key);
		if (known) known.push(i);
		else places.set(key, [i]);
	});

	// "The crumb: …" in stories that each go on with "Why it matters: …"
	const goesOnWithRefrain = (key: string) => {
		const those = [...stories].filter((keys) => keys.has(key));
		return those.length >= 2 && those.every((keys) => [...keys].some(isRefrain));
	};
	return [...places].flatMap(([key, indexes]) => {
		const prose = indexes.filter((i) => countWords(signed[i]!.line.text) > 12);
		const recurs =
			indexes.length >= 2 &&
			!twice.has(key) &&
			(prose.length >= indexes.length * 0.5 || goesOnWithRefrain(key));
		return isRefrain(key) || isReadMore(key) || recurs ? indexes : [];
	});
}

/** One word, and none that opens paragraphs of stories everywhere. */
function isWord(key: string): boolean {
	return countWords(key) === 1 && !isRefrain(key);
}

/** "Sponsored by …" right above a title belongs to the item that it is over. */
export function isSponsorLabel(signed: readonly Signed[], i: number): boolean {
	if (!labelsSponsor(signed[i]!.line.text)) return false;
	const next = signed.slice(i + 1, i + 4).find(({ line }) => line.text);
	return next?.sign === 'heading' || next?.sign === 'linked' || next?.sign === 'runIn';
}

/** Whether what stands right above a title marks it as paid for, so that it is one item's. */
export function isUnderSponsorLabel(signed: readonly Signed[], i: number): boolean {
	let above = i - 1;
	while (above >= 0 && i - above <= 3 && !signed[above]!.line.text) above--;
	const line = signed[above]?.line;
	if (!line || line.level || i - above > 3 || !labelsSponsor(line.text)) return false;
	if (isWholeAdvertisement(line)) return false;
	// "Offered by Lark" in one box with what is above it closes that
	const before = signed[above - 1]?.line;
	if (before && isBoxedWith(line, before, signed[i]!.line)) return false;
	// the picture of an advertisement in a box of its own is all of it
	const between = signed[above + 1]!.line;
	return !isBoxedWith(line, between, signed[i]!.line);
}

/** "Publicité : Graines d’Armor, vingt sachets offerts.": a mark with all that is said behind it. */
function isWholeAdvertisement({ text, links }: Line): boolean {
	return links.some(({ image }) => !image) && /[.!?…]$/.test(text) && countWords(text) >= 5;
}
