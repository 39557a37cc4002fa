import type { ImportRow } from '#lib/server/figures/imports.ts';

export type ShownState = ImportRow['state'] | 'stopped';

/** What became of a file, as the page says it: what somebody stopped was not rejected. */
export function shownState({ state, trouble }: Pick<ImportRow, 'state' | 'trouble'>): ShownState {
	return state === 'failed' && trouble?.code === 'importStopped' ? 'stopped' : state;
}
