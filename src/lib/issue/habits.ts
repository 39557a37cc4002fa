import { headingKey } from './words.ts';
import type { IssueDocument } from './document.ts';

/** What recurs from issue to issue of a publication, and so tells what is a section in the next. */
export type Habits = {
	/** keys of headings that were sections in other issues */
	sections: ReadonlySet<string>;
};

/** Learns what recurs from the issues read so far: a heading seen in two of them is a section. */
export function habitsOf(documents: readonly IssueDocument[]): Habits {
	const seen = new Map<string, number>();

	for (const { sections } of documents) {
		const keys = new Set(sections.map(({ title }) => headingKey(title ?? '')).filter(Boolean));
		for (const key of keys) seen.set(key, (seen.get(key) ?? 0) + 1);
	}

	return { sections: new Set([...seen].filter(([, n]) => n >= 2).map(([key]) => key)) };
}
