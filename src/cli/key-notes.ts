import { keyWords, noteWords } from '#lib/columns/cell-words.ts';
import { comparedWords, keyLines, notComparedWords } from '#lib/columns/key-figures.ts';
import { comparisonNote } from '#lib/columns/comparison-note.ts';
import type { Formats } from '#lib/messages/format.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Compared } from '#lib/server/figures/comparison.ts';
import type { WithKeyFigures } from '#lib/server/figures/keyed.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Publication } from '#lib/server/figures/publications.ts';

/** What key figures are compared with, or why with nothing. */
export function comparedNotes(compared: Compared, formats: Formats): string[] {
	const words = comparedWords(compared, formats);
	if (words !== null) return [m['compare.said']({ compared: words }, formats)];
	const why = notComparedWords(compared.why, formats);
	return why ? [m['compare.nothing']({ why }, formats)] : [];
}

/** Below rows of a command that was asked to compare: the page's key figures, and how they changed. */
export function keyNotes(
	{ keyFigures, compared, window = 0 }: WithKeyFigures,
	{ compare }: Filters,
	{ currency }: Publication,
	formats: Formats,
	rows: Parameters<typeof comparisonNote>[0] = []
): string[] {
	if (compare === null || keyFigures === null) return [];
	const lines = keyLines(keyFigures, { window, currency }, formats).map((line) => {
		const { value, change } = keyWords(line, formats);
		const why = noteWords(line, formats);
		return formats.labelled(line.label, [value, change || why].filter(Boolean).join(', '));
	});
	const note = comparisonNote(rows, { keyFigures, compared }, formats);
	return [...lines, ...comparedNotes(compared, formats), ...(note ? [note] : [])];
}
