import type { ImportRow, ReceiptFigures } from '#lib/server/figures/imports.ts';
import { shownState } from './shown-state.ts';

type Rows = Pick<
	ReceiptFigures,
	'accepted' | 'duplicate' | 'rejected' | 'skipped' | 'setAside' | 'unmatched'
>;

/** What became of a part of a file's rows. */
export type ReceiptPart = {
	name: 'people' | 'stored' | 'setAside' | 'unmatched' | 'known' | 'refused' | 'skipped';
	n: number;
	/** a CSS colour */
	color: string;
};

/**
 * A receipt's parts, which add up to the rows of the file.
 *
 * Clicks are told apart by who made them and by whether an issue holds their link; a click that
 * was set aside and whose link is in no issue is counted as set aside.
 */
export function receiptParts(row: Rows): ReceiptPart[] {
	const setAside = row.setAside ?? 0;
	const unmatched = Math.min(row.unmatched, Math.max(0, row.accepted - setAside));
	const stored = Math.max(0, row.accepted - setAside - unmatched);

	const parts: ReceiptPart[] = [
		{ name: row.setAside === null ? 'stored' : 'people', n: stored, color: 'var(--ink)' },
		{ name: 'setAside', n: setAside, color: 'var(--ink-3)' },
		{ name: 'unmatched', n: unmatched, color: 'var(--waiting)' },
		{ name: 'known', n: row.duplicate, color: 'var(--band)' },
		{ name: 'refused', n: row.rejected, color: 'var(--below)' },
		{ name: 'skipped', n: row.skipped, color: 'var(--sunk)' }
	];
	return parts.filter(({ n }, index) => index === 0 || n > 0);
}

/** What a receipt is headed: `all` says that every row of the file is accounted for. */
export type Heading =
	| 'question'
	| 'notRead'
	| 'all'
	| 'rejected'
	| 'stopped'
	| 'undone'
	| 'undoing'
	| 'running'
	| 'waiting';

/** How a receipt is to be headed: by what holds of the import now, and rejected rows before all else. */
export function headingOf(row: Pick<ImportRow, 'state' | 'trouble' | 'rejected'>): Heading {
	const state = shownState(row);
	if (state === 'stopped') return 'stopped';
	// what is asked about is not rejected
	if (state === 'question') return 'question';
	if (row.trouble) return 'notRead';
	if (state === 'done') return row.rejected > 0 ? 'rejected' : 'all';
	return state === 'undone' || state === 'undoing' || state === 'running' ? state : 'waiting';
}
