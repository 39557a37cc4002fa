import { editionOf } from './trace.ts';
import type { IssueDocument } from '../source/document.ts';

type Named = { name: string; document: Pick<IssueDocument, 'number' | 'date' | 'title'> };

/**
 * Of which issue each document is: by its number, day or title, and two files that are called alike but
 * for their ending (`12.html`, `12.txt`) are of one.
 */
export function editionsOf(documents: readonly Named[]): string[] {
	const own = documents.map(({ name, document }) => editionOf(document, name));
	const stems = new Map<string, string>();
	documents.forEach(({ name }, i) => {
		const stem = stemOf(name);
		if (stem && !stems.has(stem)) stems.set(stem, own[i]!);
	});
	return documents.map(({ name }, i) => stems.get(stemOf(name)) ?? own[i]!);
}

/** Whether two files are called alike but for their ending, as the parts of one e-mail are: `12.html`, `12.txt`. */
export function areCalledAlike(one: string, other: string): boolean {
	return one !== other && stemOf(one) !== '' && stemOf(one) === stemOf(other);
}

/** A file's name without its ending; empty for one that every issue might have. */
function stemOf(name: string): string {
	const stem = name.replace(/\.\w{1,8}$/, '');
	return /^(?:.*\/)?(?:index|message|e-?mail|newsletter|issue|body|part|letter|text|html)$/i.test(
		stem
	)
		? ''
		: stem;
}
