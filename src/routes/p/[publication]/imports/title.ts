import type { ImportRow } from '#lib/server/figures/imports.ts';

/** The worst that happened to some file, and to how many. */
export type Title = {
	worst: 'none' | 'question' | 'failed' | 'running' | 'rejected' | 'done';
	n: number;
};

/**
 * What the page of imports says first: the worst there is. Only where nothing waits, failed or was
 * rejected is everything imported.
 *
 * @param running files are being read, or what follows from them is derived
 */
export function titleOf(
	imports: readonly Pick<ImportRow, 'state' | 'rejected'>[],
	running: boolean
): Title {
	const count = (is: (row: Pick<ImportRow, 'state' | 'rejected'>) => boolean) =>
		imports.filter(is).length;
	const counts = [
		['question', count(({ state }) => state === 'question')],
		['failed', count(({ state }) => state === 'failed')],
		['running', running ? 1 : 0],
		['rejected', count(({ state, rejected }) => state === 'done' && rejected > 0)]
	] as const;
	const found = counts.find(([, n]) => n > 0);
	if (found) return { worst: found[0], n: found[1] };
	return { worst: imports.length === 0 ? 'none' : 'done', n: imports.length };
}
