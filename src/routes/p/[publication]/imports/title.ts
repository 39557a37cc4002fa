import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { ImportRow } from '#lib/server/figures/imports.ts';
import { shownState } from './shown-state.ts';

type Row = Pick<ImportRow, 'state' | 'rejected' | 'trouble'>;

/** The worst that happened to some file, and to how many. */
export type Title = {
	worst: 'none' | 'question' | 'failed' | 'running' | 'rejected' | 'stopped' | 'done';
	n: number;
	/** files that somebody stopped, whatever happened to others */
	stopped: number;
};

/**
 * What the page of imports says first: the worst there is. Only where nothing waits, failed, was
 * rejected or stopped is everything imported.
 *
 * @param running files are being read, or what follows from them is derived
 */
export function importsTitle(imports: readonly Row[], running: boolean): Title {
	const count = (is: (row: Row) => boolean) => imports.filter(is).length;
	const stopped = count((row) => shownState(row) === 'stopped');
	const counts = [
		['question', count(({ state }) => state === 'question')],
		['failed', count((row) => shownState(row) === 'failed')],
		['running', running ? 1 : 0],
		['rejected', count(({ state, rejected }) => state === 'done' && rejected > 0)],
		['stopped', stopped]
	] as const;
	const match = counts.find(([, n]) => n > 0);
	if (match) return { worst: match[0], n: match[1], stopped };
	return { worst: imports.length === 0 ? 'none' : 'done', n: imports.length, stopped };
}

/** The title of the page of imports in words, and what stands beside it: a page has none for all that may have. */
export function titleWords(
	imports: readonly Row[],
	running: boolean,
	locale: Locale
): { title: string; stopped: string | null } {
	const { worst, n, stopped } = importsTitle(imports, running);
	return {
		title: m[`import.title.${worst}`]({ n }, { locale }),
		stopped:
			stopped > 0 && worst !== 'stopped'
				? m['import.stoppedCount']({ n: stopped }, { locale })
				: null
	};
}
