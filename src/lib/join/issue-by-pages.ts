/** An issue, with the pages that its document links to, by their canonical keys. */
export type LinkedIssue = { id: number; pages: ReadonlySet<string> };

/** So many pages of its own must readers have clicked: one may stand in a letter that was never imported. */
const FEWEST = 2;

/** So large a share of what readers clicked is in the issue's document. */
const MOST = 0.5;

/** So large a share of the pages that one issue alone links to is this issue's. */
const OWN = 0.8;

/**
 * Finds the issue that a send is of by what its readers clicked: pages that no other issue links to, most
 * of all clicked. Null where they are of several issues, or of none: what every letter links to says nothing.
 *
 * @param clicked canonical keys of the pages that readers of the send clicked
 */
export function issueByPages(
	clicked: ReadonlySet<string>,
	issues: readonly LinkedIssue[]
): number | null {
	const own = new Map<number, number>();
	let alone = 0;
	for (const page of clicked) {
		const linking = issues.filter(({ pages }) => pages.has(page));
		if (linking.length !== 1) continue;
		alone++;
		own.set(linking[0]!.id, (own.get(linking[0]!.id) ?? 0) + 1);
	}
	const [best] = [...own].sort(([, a], [, b]) => b - a);
	if (!best) return null;
	const [id, hits] = best;
	if (hits < FEWEST || hits < OWN * alone) return null;
	const { pages } = issues.find((issue) => issue.id === id)!;
	const found = [...clicked].filter((page) => pages.has(page)).length;
	return found >= MOST * clicked.size ? id : null;
}
