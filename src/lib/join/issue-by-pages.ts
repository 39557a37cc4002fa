/** An issue, with the pages that its document links to, by their canonical keys. */
export type LinkedIssue = { id: number; pages: ReadonlySet<string> };

/** So many pages of its own must readers have clicked: one may stand in a letter that was never imported. */
const FEWEST = 2;

/** So large a share of what readers clicked is in the issue's document. */
const MOST = 0.5;

/** So large a share of the pages that one issue alone links to is this issue's. */
const OWN = 0.8;

/**
 * Makes what finds the issue that a send is of by what its readers clicked: pages that no other issue
 * links to, most of all clicked. It gives null where they are of several issues, or of none: what every
 * letter links to says nothing.
 *
 * @example issueByPages(issues)(new Set(['a', 'b']), (id) => id !== 7)
 */
export function issueByPages(
	issues: readonly LinkedIssue[]
): (clicked: ReadonlySet<string>, isOpen?: (issue: number) => boolean) => number | null {
	const linking = new Map<string, number[]>();
	for (const { id, pages } of issues)
		for (const page of pages) linking.set(page, [...(linking.get(page) ?? []), id]);

	return (clicked, isOpen = () => true) => {
		const own = new Map<number, number>();
		const all = new Map<number, number>();
		let alone = 0;
		for (const page of clicked) {
			const ids = (linking.get(page) ?? []).filter(isOpen);
			for (const id of ids) all.set(id, (all.get(id) ?? 0) + 1);
			if (ids.length !== 1) continue;
			alone++;
			own.set(ids[0]!, (own.get(ids[0]!) ?? 0) + 1);
		}
		const [best] = [...own].sort(([, a], [, b]) => b - a);
		if (!best) return null;
		const [id, hits] = best;
		const isOne = hits >= FEWEST && hits >= OWN * alone;
		return isOne && all.get(id)! >= MOST * clicked.size ? id : null;
	};
}
