import type { LiftInput } from '#lib/measure/lift/lift-input.ts';
import type { Archive } from './archive.ts';
import { reachByIssue } from './tally.ts';

/** The archive's editorial items as the method takes them, by topics' and issues' own indexes. */
export type League = {
	input: LiftInput;
	/** index in the archive of each item of the input */
	items: number[];
};

/** Prepares the fit of an archive, given how many clicked each of its items. */
export function leagueOf(archive: Archive, clickers: ArrayLike<number>): League {
	const reach = reachByIssue(archive);
	const sections = [...new Set(archive.items.map(({ section }) => section))];
	const items = archive.items.flatMap(({ role }, i) => (role === 'editorial' ? [i] : []));

	return {
		items,
		input: {
			issues: archive.issues.length,
			sections: sections.length,
			topics: archive.topics.length,
			authors: 0,
			items: items.map((i) => {
				const { issue, position, format, links, section, topics } = archive.items[i]!;
				return {
					issue,
					reach: reach[issue]!,
					position,
					format,
					pages: links.length,
					section: sections.indexOf(section),
					topics,
					authors: [],
					clickers: clickers[i]!
				};
			})
		}
	};
}

/** Clickers ÷ delivered of each topic, both summed over its items: what a plain table ranks by. */
export function rawRates({ input }: League): number[] {
	const clickers = new Float64Array(input.topics);
	const delivered = new Float64Array(input.topics);
	for (const item of input.items)
		for (const topic of item.topics) {
			clickers[topic]! += item.clickers;
			delivered[topic]! += item.reach!;
		}
	return Array.from(clickers, (n, topic) => n / delivered[topic]!);
}
