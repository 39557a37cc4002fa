/** One placement of a booking as it is typed: its issue, and its fee where that is another. */
export type TypedPlacement = { issue: string; own: string };

/** As many placements as one form takes. */
export const MOST_PLACES = 60;

/** What was typed into the fields of a form, by name. */
type Typed = { getAll(name: string): unknown[] };

/** The placements that a form lists: one at least. */
export function typedPlacements(form: Typed): TypedPlacement[] {
	const cells = (name: string) =>
		form.getAll(name).map((cell) => String(cell).trim().slice(0, 300));
	const [issues, own] = [cells('issue'), cells('own')];
	return issues.length === 0
		? [{ issue: '', own: '' }]
		: issues.map((issue, i) => ({ issue, own: own[i] ?? '' }));
}

/** So many placements: the last are taken away, or more are proposed. */
export function withCount(places: readonly TypedPlacement[], count: number): TypedPlacement[] {
	const all = places.slice(0, count);
	while (all.length < count) all.push({ issue: nextIssue(all.at(-1)?.issue ?? ''), own: '' });
	return all;
}

/** Names the issue of one placement; those after it that were as proposed follow. */
export function withIssue(
	places: readonly TypedPlacement[],
	at: number,
	issue: string
): TypedPlacement[] {
	const all = places.map((place, i) => (i === at ? { ...place, issue } : place));
	for (let i = at + 1; i < all.length; i++) {
		if (places[i]!.issue !== nextIssue(places[i - 1]!.issue)) break;
		all[i] = { ...all[i]!, issue: nextIssue(all[i - 1]!.issue) };
	}
	return all;
}

/**
 * The issue after one, as far as its name tells: that of the next number.
 *
 * @example nextIssue('No. 12') // => 'No. 13'
 */
function nextIssue(issue: string): string {
	const [, before, number] = /^(\D*)(\d{1,6})$/.exec(issue.trim()) ?? [];
	return number === undefined ? '' : `${before}${Number(number) + 1}`;
}
