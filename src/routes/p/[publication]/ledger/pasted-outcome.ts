import type { Unshown } from '#lib/server/figures/money/unshown.ts';
import type { UploadState } from '#lib/server/ingest/files/upload-state.ts';

/** Where pasted rows stand; those that a page does not show as it is narrowed, and the file that they came in. */
export type PastedState = UploadState & { outside: Unshown | null };

const RUNNING: readonly UploadState['state'][] = ['waiting', 'running', 'undoing'];

/** A second and a half between questions, for at most two minutes: who waits longer looks at Imports. */
const PAUSE = 1500;
const MOST = 80;

/**
 * Waits until what was pasted is imported, or undone.
 *
 * @param address that answers where it stands, `/p/x/ledger/pasted?last=12`
 * @returns where it stands then; null where nobody can say
 */
export async function outcomeOf(address: string, id: number): Promise<PastedState | null> {
	for (let asked = 0; asked < MOST; asked++) {
		const query = `${address.includes('?') ? '&' : '?'}id=${id}`;
		const reply = await fetch(address + query).catch(() => null);
		const stands = reply?.ok ? ((await reply.json()) as PastedState | null) : null;
		if (!stands || !RUNNING.includes(stands.state)) return stands;
		await new Promise((resolve) => setTimeout(resolve, PAUSE));
	}
	return null;
}

/** Has an import undone by the action of Imports; whether it was accepted. */
export async function requestUndo(base: string, id: number): Promise<boolean> {
	const body = new FormData();
	body.set('import', String(id));
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const reply = await fetch(`${base}/imports?/undo`, { method: 'POST', body, headers }).catch(
		() => null
	);
	return reply?.ok === true && ((await reply.json()) as { type: string }).type !== 'failure';
}
