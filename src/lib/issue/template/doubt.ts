import { headingKey } from '../lines/words.ts';
import { isAction } from '../lines/furniture.ts';
import { itemsIn, type IssueDocument } from '../source/document.ts';

/** Why a reading is doubtful, worded under `issueDoubt.<code>`; `share` is 0..1, `usual` what the publication's issues have. */
export type ReadingDoubt =
	| { code: 'nothingRead' }
	| { code: 'linksInNoItem'; share: number }
	| { code: 'linksInFoot'; share: number }
	| { code: 'itemsWithoutLinks'; share: number }
	/** other numbers of the letter stand in it as titles */
	| { code: 'severalIssues'; others: number }
	| { code: 'itemsUnlikeOthers'; items: number; usual: number }
	| { code: 'sectionsUnlikeOthers'; usual: number };

/** What the issues of a publication have in common, as they read. */
export type UsualReading = { issues: number; items: number; sections: ReadonlySet<string> };

/** How sure a reading is, 0..1, and what speaks against it. */
export type Confidence = { confidence: number; doubts: ReadingDoubt[] };

/** Fewer issues than this tell nothing of what is usual. */
const LEAST_ISSUES = 3;

/** Below this a reading is shown as doubtful. */
export const DOUBTFUL = 0.6;

/** What remains of the confidence with each doubt. */
const weights: Record<ReadingDoubt['code'], number> = {
	nothingRead: 0.1,
	linksInNoItem: 0.65,
	linksInFoot: 0.7,
	itemsWithoutLinks: 0.75,
	severalIssues: 0.5,
	itemsUnlikeOthers: 0.58,
	sectionsUnlikeOthers: 0.58
};

/** What is usual among issues as they read; null where there are too few to tell. */
export function usualReading(
	documents: readonly Pick<IssueDocument, 'sections'>[]
): UsualReading | null {
	if (documents.length < LEAST_ISSUES) return null;
	const counts = documents.map(itemCount).sort((a, b) => a - b);
	const seen = new Map<string, number>();
	for (const { sections } of documents)
		for (const key of new Set(sections.map(({ title }) => headingKey(title ?? ''))))
			if (key) seen.set(key, (seen.get(key) ?? 0) + 1);

	return {
		issues: documents.length,
		items: counts[Math.floor(counts.length / 2)]!,
		sections: new Set([...seen].flatMap(([key, n]) => (n >= documents.length * 0.7 ? [key] : [])))
	};
}

/** How sure a reading is: by itself, and beside what is usual in its publication. */
export function confidenceOf(
	document: Pick<IssueDocument, 'title' | 'sections' | 'otherLinks'>,
	usual: UsualReading | null
): Confidence {
	const doubts = [...byItself(document), ...(usual ? besideOthers(document, usual) : [])];
	const confidence = doubts.reduce((rest, { code }) => rest * weights[code], 1);
	return { confidence: Math.round(confidence * 100) / 100, doubts };
}

function byItself(
	document: Pick<IssueDocument, 'title' | 'sections' | 'otherLinks'>
): ReadingDoubt[] {
	const items = itemsIn(document);
	if (items.length === 0) return [{ code: 'nothingRead' }];
	const doubts: ReadingDoubt[] = [];
	const linked = items.reduce((n, { links }) => n + links.length, 0);
	const others = document.otherLinks.filter(({ target }) => !isAction(target));
	const house = others.filter(({ role }) => role === 'house').length;
	const foot = others.length - house;

	const outside = house / Math.max(1, house + linked);
	if (house >= 5 && outside > 0.5) doubts.push({ code: 'linksInNoItem', share: outside });
	const below = foot / Math.max(1, foot + house + linked);
	if (foot >= 12 && below > 0.6) doubts.push({ code: 'linksInFoot', share: below });
	const bare = items.filter(({ links }) => !links.length).length / items.length;
	if (linked + house + foot >= 5 && items.length >= 3 && bare > 0.5)
		doubts.push({ code: 'itemsWithoutLinks', share: bare });
	const numbers = otherNumbers(document);
	if (numbers > 0) doubts.push({ code: 'severalIssues', others: numbers });
	return doubts;
}

/** How many titles are the letter's own but for their number: "Tide 13" in "Tide 12"; or all, and nothing else. */
function otherNumbers({ title, sections }: Pick<IssueDocument, 'title' | 'sections'>): number {
	const titles = sections.flatMap(({ title, items }) => [
		title,
		...items.map(({ title }) => title)
	]);
	const told = titles.filter((text) => text !== null);
	const counted = told.filter((text) => /\d/.test(text) && headingKey(text) !== '');
	const key = headingKey(title ?? counted[0] ?? '');
	if (!key || (title !== null && !/\d/.test(title))) return 0;
	const others = counted.filter((text) => text !== title && headingKey(text) === key);
	if (title === null && others.length < Math.max(2, told.length)) return 0;
	return new Set(others).size;
}

function besideOthers(
	document: Pick<IssueDocument, 'sections'>,
	usual: UsualReading
): ReadingDoubt[] {
	const doubts: ReadingDoubt[] = [];
	const items = itemCount(document);
	const apart = Math.abs(items - usual.items) >= 3;
	if (apart && (items * 2 < usual.items || items > usual.items * 2))
		doubts.push({ code: 'itemsUnlikeOthers', items, usual: usual.items });
	const own = new Set(document.sections.map(({ title }) => headingKey(title ?? '')));
	const there = [...usual.sections].filter((key) => own.has(key)).length;
	if (usual.sections.size >= 2 && there === 0)
		doubts.push({ code: 'sectionsUnlikeOthers', usual: usual.sections.size });
	return doubts;
}

function itemCount(document: Pick<IssueDocument, 'sections'>): number {
	return itemsIn(document).length;
}
