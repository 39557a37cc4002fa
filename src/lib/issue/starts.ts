// Long, because the marks by which an item begins stand beside each other, the strongest first.
import { isSponsorLabel } from './labels.ts';
import { largest } from './long-lists.ts';
import { countWords, linkedShare, sharedContainers } from './lines/line.ts';
import { isMeta } from './lines/meta-line.ts';
import { isOverText } from './lines/view.ts';
import { bodySize, ledByEmoji, type Signed } from './lines/signs.ts';
import { labelsSponsor } from './lines/sponsor-words.ts';
import { isGreeting } from './lines/words.ts';
import { withoutAsides, withoutSubordinates } from './subordinates.ts';

/**
 * The places in a section where items begin, by the strongest mark that it has: titles that stand
 * out, else list entries or bold run-in words, else linked titles, else what only a text without
 * typography has.
 */
export function startsOf(signed: readonly Signed[]): number[] {
	const counted = countedFromOne(signed);
	const [first, last] = [counted[0]!, counted.at(-1)!];
	// titles and lists between the points of an argument part it
	if (counted.length >= ESSAY_POINTS && isEssay(signed, counted))
		return marksOf(signed).filter((i) => i < first || i > last);
	return marksOf(signed);
}

/** An argument in so many points and more is an essay. */
const ESSAY_POINTS = 5;

function marksOf(signed: readonly Signed[]): number[] {
	const strong = withRoundups(
		signed,
		withoutSubordinates(signed, withoutAsides(signed, titles(signed)))
	);
	const leads = boldLeads(signed);
	// one paragraph that begins with a bold link among others whose first words are bold
	const led = strong.every((i) => signed[i]!.line.lead > 0) && leads.length > strong.length;
	if (strong.length && led) return leads;
	// stories above the first title begin with bold words: so do those below it
	const above = leads.filter((i) => i < strong[0]! && signed[i]!.line.links.length > 0);
	const told = signed.slice(0, strong[0]).filter(({ line }) => countWords(line.text) >= 6);
	if (above.length >= 2 && above.length * 3 >= told.length) return inOrder([...leads, ...strong]);
	// and so where they begin with a link that they go on to describe
	const run = strong.length ? described(signed.slice(0, strong[0])) : [];
	if (run.length >= 2 && run.length * 2 >= told.length) return inOrder([...run, ...strong]);
	const entries = strong.length ? listEntries(signed.slice(0, strong[0])) : [];
	if (entries.length >= 2 && entries.every((i) => signed[i]!.line.links.length > 0))
		return inOrder([...entries, ...strong]);
	if (strong.length && strong.every((i) => isLabelled(signed, i)))
		return aroundAdvertisements(signed, strong);
	if (strong.length && !strong.every((i) => labelsSponsor(signed[i]!.line.text))) return strong;

	// an advertisement's title says nothing of how the stories around it begin
	const lesser = lesserStarts(signed).filter((i) => !strong.includes(i - 1));
	return inOrder([...strong, ...lesser]);
}

/** Paragraphs that begin with a title's worth of linked words, and say what these are. */
function described(signed: readonly Signed[]): number[] {
	return places(signed, ({ sign, line }) => {
		const [first] = line.links;
		if (sign !== 'runIn' || line.bullet || !first) return false;
		return countWords(first.text) >= 2 && countWords(line.text.slice(first.end)) >= 4;
	});
}

/** Whether a title is an advertisement's by the line above it. */
function isLabelled(signed: readonly Signed[], at: number): boolean {
	const above = signed.slice(0, at).findLast(({ line }) => line.text);
	return above !== undefined && labelsSponsor(above.line.text);
}

/**
 * The starts of a section of which advertisements alone have titles that stand out: the stories above
 * the first begin as they can, and those that look so begin stories below it as well.
 */
function aroundAdvertisements(signed: readonly Signed[], paid: readonly number[]): number[] {
	const label = signed.slice(0, paid[0]).findLastIndex(({ line }) => line.text);
	const over = lesserStarts(signed.slice(0, label));
	const above = over.filter((at, n) =>
		signed.slice(at, over[n + 1] ?? label).some(({ line }) => line.links.length > 0)
	);
	const kinds = new Set(above.map((i) => kindOf(signed[i]!)));
	const below = lesserStarts(signed).filter(
		(i) => i > paid[0]! && !paid.includes(i - 1) && kinds.has(kindOf(signed[i]!))
	);
	return inOrder([...above, ...paid, ...below]);
}

const kindOf = ({ look, sign, line }: Signed) => `${sign} ${look} ${line.shape}`;

const inOrder = (places: readonly number[]) => [...new Set(places)].sort((a, b) => a - b);

/**
 * A title over nothing but paragraphs that each have bold first words and a link is over a roundup:
 * its lines are the items.
 */
function withRoundups(signed: readonly Signed[], starts: readonly number[]): number[] {
	return starts.flatMap((at, n) => {
		const end = starts[n + 1] ?? signed.length;
		const inside = signed.slice(at + 1, end);
		const texts = inside.filter(({ line }) => countWords(line.text) >= 6 && !isMeta(line.text));
		const leads = texts.filter(
			(one, i) => isLead(one) && leadsOn(texts, i, (other) => isLead(other))
		);
		if (leads.length < 2 || texts.length - leads.length > leads.length * 0.4) return [at];
		if (texts[0] && !texts[0].line.lead) return [at];
		return signed.flatMap((one, i) =>
			i > at && i < end && texts.includes(one) && one.line.lead && one.sign === 'boldLead'
				? [i]
				: []
		);
	});
}

const isLead = ({ sign, inner }: Signed) => !inner && sign === 'boldLead';

/** Whether a paragraph or those below it, to the next that begins as it does, lead somewhere. */
function leadsOn(texts: readonly Signed[], at: number, begins: (one: Signed) => boolean): boolean {
	const next = texts.findIndex((one, i) => i > at && begins(one));
	const own = texts.slice(at, next < 0 ? texts.length : next);
	return own.some(({ line }) => line.links.length > 0);
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

	if (linked.length) return linked;
	const boxed = boxedStories(signed);
	return boxed.length ? boxed : unmarkedTitles(signed);
}

function places(signed: readonly Signed[], keep: (one: Signed, i: number) => boolean): number[] {
	return signed.flatMap((one, i) => (keep(one, i) ? [i] : []));
}

/** Headings, and links that are larger or bolder than the sentences around them or after them. */
function titles(signed: readonly Signed[]): number[] {
	const body = bodySize(signed.map(({ line }) => line));
	const calls = callsOfAdvertisements(signed);
	return places(
		signed,
		({ sign, line }, i) =>
			!calls.has(i) &&
			((sign === 'heading' && !isSponsorLabel(signed, i) && !isOverGreeting(signed, i)) ||
				(sign === 'runIn' && line.bold && !line.bullet) ||
				((sign === 'runIn' || sign === 'linked') &&
					!line.bullet &&
					line.lead > 0 &&
					line.lead >= line.links[0]!.end) ||
				(sign === 'linked' &&
					!line.bullet &&
					(line.level > 0 || line.bold || line.size > body * 1.08)))
	);
}

/**
 * "👉 Get it with Lark" in bold: the only link below the heading of an advertisement, which its label stands
 * above, to the next rule or heading.
 */
function callsOfAdvertisements(signed: readonly Signed[]): ReadonlySet<number> {
	const calls = new Set<number>();
	signed.forEach(({ sign, line }, i) => {
		if (sign !== 'heading' || line.links.length || !isLabelled(signed, i)) return;
		const next = signed.findIndex(
			(one, at) => at > i && (one.sign === 'heading' || one.line.ruled)
		);
		const end = next < 0 ? signed.length : next;
		const leading = places(signed, (one, at) => at > i && at < end && one.line.links.length > 0);
		const [call] = leading;
		const told = signed.slice(i + 1, call).some((one) => countWords(one.line.text) >= 12);
		if (leading.length === 1 && told && !signed[call!]!.line.level) calls.add(call!);
	});
	return calls;
}

/** "Presented by Lark" above the greeting: who paid for the letter, and nobody's title. */
function isOverGreeting(signed: readonly Signed[], i: number): boolean {
	if (!labelsSponsor(signed[i]!.line.text)) return false;
	return isGreeting(signed.slice(i + 1).find(({ line }) => line.text)?.line.text ?? '');
}

/** Paragraphs that their author counted: "1. …", "2. …", and so on. */
function countedParagraphs(signed: readonly Signed[]): number[] {
	const indexes = countedFromOne(signed);
	return indexes.length >= 3 && !isEssay(signed, indexes) ? indexes : [];
}

function countedFromOne(signed: readonly Signed[]): number[] {
	const indexes: number[] = [];
	signed.forEach(({ line }, i) => {
		const number = /^\W{0,3}(\d{1,2})\s?[.):/–—-]/.exec(line.text)?.[1];
		if (!line.bullet && Number(number) === indexes.length + 1) indexes.push(i);
	});
	return indexes;
}

/** Long paragraphs of which most lead nowhere, though some do: the steps of one argument. */
function isEssay(signed: readonly Signed[], counted: readonly number[]): boolean {
	const leading = counted.filter((i) => signed[i]!.line.links.length).length;
	const long = counted.filter((i) => countWords(signed[i]!.line.text) >= 18).length;
	const linked = signed.some(({ line }) => line.links.length);
	return (
		counted.length >= ESSAY_POINTS &&
		linked &&
		leading < counted.length * 0.4 &&
		long >= counted.length * 0.6
	);
}

/** Entries of the outermost list, where it is a list of links or the whole section is a list. */
function listEntries(signed: readonly Signed[]): number[] {
	const bullets = places(signed, ({ line, inner }) => line.bullet && !inner);
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
	const isTitle = (one: Signed) => one.sign === 'linked' || isSourced(one);
	const linked = places(signed, (one) => isTitle(one) && !one.line.bullet);
	const runIns = places(signed, (one) => one.sign === 'runIn' && !isTitle(one) && !one.line.bullet);
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

/** "Who owns the banks? (The River Review)": a title that is a link, and where it was published. */
function isSourced({ sign, line: { text, links } }: Signed): boolean {
	const [link] = links;
	if (sign !== 'runIn' || !link || links.length > 1) return false;
	return countWords(link.text) >= 3 && /^\s*[([][^()[\]]{2,40}[)\]]\.?$/.test(text.slice(link.end));
}

/**
 * The first lines of boxes that each end in a call to read on, to buy, to enrol, where nothing else is linked:
 * a table of books, of courses.
 */
function boxedStories(signed: readonly Signed[]): number[] {
	const linking = places(signed, ({ line }) => line.links.some(({ image }) => !image));
	const isCallLine = ({ sign, line }: Signed) => sign === null && linkedShare(line) >= 0.9;
	if (linking.length < 2 || !linking.every((i) => isCallLine(signed[i]!))) return [];
	const firsts = linking.map((i, n) => {
		const { line } = signed[i]!;
		// no other line shares more boxes with it than the one before or the one after
		const shared = [linking[n - 1], linking[n + 1]].map((near) =>
			near === undefined ? 0 : sharedContainers(line, signed[near]!.line)
		);
		const depth = largest(shared);
		const box = line.path[depth];
		let first = i;
		for (let at = i; box !== undefined && signed[at]?.line.path[depth] === box; at--)
			if (signed[at]!.line.text) first = at;
		return first;
	});
	return firsts.every((at, n) => at < linking[n]!) ? inOrder(firsts) : [];
}

/** So many long paragraphs are a long text. */
const ESSAY_LENGTH = 12;

function unmarkedTitles(signed: readonly Signed[]): number[] {
	const emoji = places(signed, ({ line }) => ledByEmoji(line.text) && countWords(line.text) <= 16);
	// one below the other they are a list: a title has a text
	const over = emoji.filter((i) => {
		const below = signed[i + 1]?.line.text;
		return signed[i]!.line.links.length > 0 || (!!below && !emoji.includes(i + 1));
	});
	if (emoji.length >= 2 && over.length >= emoji.length * 0.5) return emoji;

	const weak = places(signed, (_, i) => isOverText(signed, i) || isQuestion(signed, i));
	// a short line here and there in a long text is of it
	const long = places(signed, ({ line }) => countWords(line.text) >= 25).length;
	if (long >= ESSAY_LENGTH && weak.length < long * 0.15) return [];
	return weak.length >= 2 || (weak.length && weak[0]! <= 1) ? weak : [];
}

/**
 * "Who still wants to be mayor?" where a text's story may begin: first of all, or below a line that ends in
 * an address.
 */
function isQuestion(signed: readonly Signed[], i: number): boolean {
	const { sign, line } = signed[i]!;
	const [above, below] = [signed[i - 1]?.line, signed[i + 1]?.line];
	if (sign !== null || line.links.length || !below || !/[?!]["»”)]*$/.test(line.text)) return false;
	const words = countWords(line.text);
	const begins = !above || /https?:\/\/\S+$/.test(above.text);
	return begins && words >= 3 && words <= 14 && countWords(below.text) > words;
}
