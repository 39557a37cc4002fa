import type { Cut } from './parts.ts';

/** The items of an archive, and which of them a selection asks for. */
export type Selected = {
	/** the issue of each item, by index in order of time, and how many issues there are */
	issue: Int32Array;
	issues: number;
	/** whether an issue is in the period */
	isOfPeriod(issue: number): boolean;
	/** whether an item is in the chosen sections, topics or authors; null if none were chosen */
	isAsked: ((item: number) => boolean) | null;
	/** the section, topic or author of an item that was not chosen; below 0 for none */
	kindOf(item: number): number;
};

/** More parts than these do not improve the estimate of how far groups deviate. */
const MOST = 8;

/**
 * Cuts items into parts for a selection; the selection is the first part.
 *
 * History is cut where the period begins and ends, and the rest of it into spans of about the same length. At
 * every cut a group may step to a new level and stay there, so that a single change, a slow drift and no
 * change are each described with few steps. A chosen section, topic or author may have one deviation over all
 * time, and another within the period.
 *
 * @param most most unions of parts
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

	// parts: the chosen items by span, then the others by span
	const count = Math.max(...spans) + 1;
	const partOf = issue.map((at, item) => spans[at]! + (isAsked(item) ? 0 : count));
	const both = (span: number) => [span, span + count];
	const asked = Array.from({ length: count }, (_, span) => span);
	return { partOf, unions: [[0], asked, ...stepsOf(spans).map((own) => own.flatMap(both))] };
}

/**
 * Cuts items into parts for comparing two periods: the first part is the chosen items in the one, the second
 * those in the other. History is cut where either period begins and ends, and elsewhere into spans of about
 * the same length. The chosen items may deviate separately in each period, and over all time.
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

/** For each cut, all spans that come after it. */
function stepsOf(spans: Int32Array): number[][] {
	const order = [...new Set(spans)];
	return order.slice(1).map((_, cut) => order.slice(cut + 1));
}

/**
 * By issue, its span: issues of a period have that period's index, the others any later one.
 *
 * @param periodOf the period of an issue, from 0; null if it is in none
 * @param periods number of periods
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

/** Lets each of the most frequent kinds deviate separately, which shows how far kinds differ. */
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
