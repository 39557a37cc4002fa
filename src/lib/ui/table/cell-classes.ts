import { isBlankEntry, type Entry } from '#lib/columns/entry.ts';
import type { RenderedColumn } from '#lib/columns/render-table.ts';
import { hasWholeWords } from './whole-words.ts';

/** What a cell looks like. @param own the page fills it itself */
export function cellClasses(
	{ act, drawn, right, main, kind, key, inCard }: RenderedColumn,
	entry: Entry,
	{ figure, own }: { figure: boolean; own: boolean }
) {
	const { heat } = entry;
	const quiet = figure && right && !main && !heat;
	return [
		drawn ? `draw ${drawn}` : null,
		act && 'act',
		right && 'num',
		kind === 'instant' && 'date',
		key === 'sure' && key,
		key === 'interval' ? 'interval' : quiet && 'quiet',
		!inCard && 'more',
		entry.mark && entry.beside && 'marked',
		isBlankEntry(entry, own) && 'blank',
		hasWholeWords(entry.text) && 'whole',
		heat && `heat ${heat.side}`,
		heat?.running && 'running'
	];
}
