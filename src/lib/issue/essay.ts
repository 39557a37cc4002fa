import { wordCount, type Line } from './lines/line.ts';
import { saysOfStory } from './lines/meta-line.ts';
import { prominence } from './lines/prominence.ts';
import { cut, type PartCut, type Piece, type SamePage } from './cut.ts';
import type { Signed } from './lines/signs.ts';

/**
 * An essay opens with so many words before its first sub-heading; below a section's heading, where they may
 * introduce stories, and where it is the whole letter, with more.
 */
const OPENING = { above: 25, headed: 60, whole: 60 };

/** So many words stand below each sub-heading of an essay that is the whole letter, in the mean. */
const PART_WORDS = 120;

/** More of its parts than this have no link: stories would lead somewhere. */
const LEADING = 0.4;

/** Where a part stands that may be an essay. */
type Place = {
	/** the heading of the section that it is all of */
	heading: Line | null;
	/** how much the next section's heading stands out; 0 where there is none */
	next: number;
	/** it is the whole letter */
	alone: boolean;
};

/**
 * An opening text, and below it titles that lead nowhere: one essay, and the titles part it. They stand out
 * less than the headings of the sections that follow, or than their own section's; where the essay is the
 * whole letter its parts are long, and most of them have no link. A story of its own would stand as high, or
 * lead somewhere.
 */
export function withEssay(cut: PartCut, { heading, next, alone }: Place): PartCut {
	const { before, pieces, after } = cut;
	if (pieces.length < 2) return cut;
	const above = heading ? prominence(heading) : next;
	const whole = () => alone && (isWhole(cut) || isInterview(cut));
	const isEssay = above ? isBelow(cut, above, heading !== null) : whole();
	if (!isEssay) return cut;
	const lines = [...before, ...pieces.flatMap((piece) => piece.lines)];
	return { before: [], pieces: [{ title: null, lines }], after };
}

function isBelow({ before, pieces }: PartCut, above: number, headed: boolean): boolean {
	if (wordCount(before) < (headed ? OPENING.headed : OPENING.above)) return false;
	const leads = ({ lines }: { lines: readonly Line[] }) => lines.some(({ links }) => links.length);
	const leading = pieces.filter(leads).length;
	if (headed && leading > pieces.length * LEADING) return false;
	const parts = pieces.every(({ title }) => title && partsText(title, above, headed));
	return parts && leads({ lines: before }) && leading < pieces.length;
}

function partsText(title: Line, above: number, headed: boolean): boolean {
	return (headed || title.level > 0) && !title.links.length && prominence(title) < above;
}

function isWhole({ before, pieces }: PartCut): boolean {
	const [first] = pieces;
	if (wordCount(before) < OPENING.whole || !first?.title) return false;
	const greatest = prominence(first.title);
	const parts = pieces.every(
		({ title }) => title && !title.links.length && !title.bullet && prominence(title) === greatest
	);
	const words = pieces.reduce((n, { lines }) => n + wordCount(lines), 0);
	const leading = pieces.filter(tellsWhere).length;
	return parts && words >= pieces.length * PART_WORDS && leading <= pieces.length * LEADING;
}

/** So many titles that are questions, and this share of all, are what somebody was asked. */
const ASKED = { least: 3, share: 0.6 };

/** Whether most titles are questions that lead nowhere, and few of the answers do: somebody was asked. */
function isInterview({ pieces }: PartCut): boolean {
	const asked = pieces.filter(({ title }) => title && /\?[”"»)]*$/.test(title.text));
	const leads = pieces.some(({ title }) => !title || title.links.length || title.bullet);
	if (leads || asked.length < ASKED.least || asked.length < pieces.length * ASKED.share)
		return false;
	return pieces.filter(tellsWhere).length <= pieces.length * LEADING;
}

/** Whether words of a text lead somewhere, other than a list's or a picture. */
function tellsWhere({ lines }: Piece): boolean {
	return lines.some(({ bullet, links }) => !bullet && links.some(({ image }) => !image));
}

/** What the editors say, up to the first of several titles that may stand below it. */
export function editorialIn(signed: readonly Signed[], samePage: SamePage): PartCut {
	const titles = signed.flatMap(({ sign }, i) =>
		sign === 'heading' || (sign === 'linked' && saysOfStory(signed[i + 1]?.line.text ?? ''))
			? [i]
			: []
	);
	const first = titles.length >= 3 ? titles[0]! : 0;
	const lines = signed.slice(0, first || signed.length).map(({ line }) => line);
	const rest: PartCut = first
		? cut(signed.slice(first), samePage)
		: { before: [], pieces: [], after: [] };
	return { ...rest, pieces: [{ title: null, lines }, ...rest.pieces] };
}
