/** One story in one issue, with its number of clickers. Indexes start from 0. */
export type LiftItem = {
	issue: number;
	/** readers the issue reached; null where unknown: its items are then compared only with each other */
	reach: number | null;
	/** order in the whole issue, from 1 */
	position: number;
	format: 'editorial' | 'lead' | 'brief';
	/** pages the item links to, at least 1 */
	pages: number;
	/** index, or -1 for none */
	section: number;
	/** distinct indexes; k topics share the item, 1/k each; may be empty */
	topics: readonly number[];
	/** indexes of its authors, shared likewise; empty where the author is unknown */
	authors: readonly number[];
	clickers: number;
};

/** One league: items that compete with each other. Sponsors have their own. */
export type LiftInput = {
	items: readonly LiftItem[];
	/** how many of each there are, including those without items; issues in order of time */
	issues: number;
	sections: number;
	topics: number;
	authors: number;
};

/**
 * Checks that the fit can make sense of the input.
 *
 * @throws {RangeError} naming the item and what is wrong with it
 */
export function checkInput({ items, issues, sections, topics, authors }: LiftInput): void {
	items.forEach((item, i) => {
		const wrong =
			!inside(item.issue, issues) ||
			!inside(item.section, sections, -1) ||
			!item.topics.every((topic) => inside(topic, topics)) ||
			!item.authors.every((author) => inside(author, authors)) ||
			!(item.position >= 1 && item.pages >= 1 && item.clickers >= 0) ||
			(item.reach !== null && !(item.reach > 0));
		if (wrong) throw new RangeError(`item ${i} cannot be fitted: ${JSON.stringify(item)}`);
	});
}

function inside(index: number, count: number, from = 0) {
	return Number.isInteger(index) && index >= from && index < count;
}
