import type { Cut } from './parts.ts';

/** Items of an archive that a selection is taken from. */
export type Selected = {
	/** the issue of each item, by index in order of time, and how many issues there are */
	issue: Int32Array;
	issues: number;
	/** whether an issue is of the period */
	isOfPeriod(issue: number): boolean;
	/** whether an item is of the sections, topics or authors asked for; null where none are */
	isAsked: ((item: number) => boolean) | null;
	/** of an item that is not: of which section, topic or author it is; below 0 of none */
	kindOf(item: number): number;
};

/** More parts than these tell no more of how far groups deviate. */
const MOST = 8;

/**
 * Cuts items for a selection, which comes first.
 *
 * History is cut where the period begins and ends, and the rest of it into spans about as long: at
 * every cut groups may take a step, after which they stay. So a change once, a slow drift and a
 * standstill are each told with few steps. A section, topic or author may have a deviation of its own
 * over all time, and another one within the period.
 *
 * @param most unions of parts, at most
 * @returns null where all items are selected
 */
export function cutOf(selected: Selected, most: number): Cut | null {
	const { issue, issues, isOfPeriod, kindOf } = selected;
	const isAsked = issue.every((_, item) => selected.isAsked?.(item) ?? true)
		? null
		: selected.isAsked;
	const spans = spansOf(
		issues,
		(issue) => (isOfPeriod(issue) ? 0 : null),
		1,
		Math.max(2, Math.min(MOST, most))
	);
	const isTimed = spans.some((span) => span > 0);
	if (!isAsked) return isTimed ? timeCut(issue, spans) : null;
	if (!isTimed) return kindCut(issue.length, isAsked, kindOf, Math.min(MOST, most));

	// what is asked of by span, then what is not
	const count = Math.max(...spans) + 1;
	const partOf = issue.map((at, item) => spans[at]! + (isAsked(item) ? 0 : count));
	const both = (span: number) => [span, span + count];
	const asked = Array.from({ length: count }, (_, span) => span);
	return { partOf, unions: [[0], asked, ...stepsOf(spans).map((own) => own.flatMap(both))] };
}

/**
 * Cuts items for two periods that are held against each other: the first part is what is asked of in the
 * one, the second in the other. History is cut where either begins and ends, and elsewhere into spans
 * about as long. What is asked of may deviate by itself in each, and over all time.
 */
export function cutOfTwo(
	selected: Omit<Selected, 'kindOf'> & { isOfOther(issue: number): boolean },
	most: number
): Cut {
	const { issue, issues, isOfPeriod, isOfOther, isAsked } = selected;
	const spans = spansOf(
		issues,
		(one) => (isOfPeriod(one) ? 0 : isOfOther(one) ? 1 : null),
		2,
		Math.max(3, Math.min(MOST, most))
	);
	if (!isAsked || issue.every((_, item) => isAsked(item))) return timeCut(issue, spans);

	const count = Math.max(1, ...spans) + 1;
	const partOf = issue.map((at, item) => spans[at]! + (isAsked(item) ? 0 : count));
	const asked = Array.from({ length: count }, (_, span) => span);
	const steps = stepsOf(spans).map((own) => own.flatMap((span) => [span, span + count]));
	return { partOf, unions: [[0], [1], asked, ...steps] };
}

function timeCut(issue: Int32Array, spans: Int32Array): Cut {
	return { partOf: issue.map((at) => spans[at]!), unions: stepsOf(spans) };
}

/** From each cut on, all spans that come later. */
function stepsOf(spans: Int32Array): number[][] {
	const order = [...new Set(spans)];
	return order.slice(1).map((_, cut) => order.slice(cut + 1));
}

/**
 * By issue, the span that it is of: that of the period it is of, the others in any order.
 *
 * @param periodOf the period of an issue, from 0; null of none
 * @param periods how many there are
 */
function spansOf(
	issues: number,
	periodOf: (issue: number) => number | null,
	periods: number,
	most: number
) {
	const spans = new Int32Array(issues);
	const of = Array.from({ length: issues }, (_, issue) => periodOf(issue));
	const length = of.filter((period) => period !== null).length;
	const least = Math.max(1, length / periods, (issues - length) / (most - periods));
	let next = periods;
	for (let from = 0; from < issues;) {
		let to = from;
		while (to < issues && of[to] === of[from]) to++;
		const period = of[from]!;
		if (period !== null) spans.fill(period, from, to);
		else {
			const runs = Math.max(1, Math.round((to - from) / least));
			for (let issue = from; issue < to; issue++)
				spans[issue] = next + Math.floor(((issue - from) * runs) / (to - from));
			next += runs;
		}
		from = to;
	}
	return spans;
}

/** Each of the most frequent kinds may deviate by itself, so that it shows how far kinds do. */
function kindCut(
	items: number,
	isAsked: (item: number) => boolean,
	kindOf: (item: number) => number,
	most: number
): Cut {
	const counts = new Map<number, number>();
	for (let item = 0; item < items; item++) {
		const kind = kindOf(item);
		if (!isAsked(item) && kind >= 0) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	const frequent = [...counts]
		.sort(([a, n], [b, m]) => m - n || a - b)
		.slice(0, Math.max(0, most - 1))
		.map(([kind]) => kind);
	const partOfKind = new Map(frequent.map((kind, i) => [kind, i + 1]));
	const rest = frequent.length + 1;
	const partOf = Int32Array.from({ length: items }, (_, item) =>
		isAsked(item) ? 0 : (partOfKind.get(kindOf(item)) ?? rest)
	);
	const isCut = partOf.some((part) => part > 0);
	return { partOf, unions: isCut ? [[0], ...frequent.map((_, i) => [i + 1])] : [] };
}
