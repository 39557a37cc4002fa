import { setTimeout as sleep } from 'node:timers/promises';
import { targetsAhead } from '../store/jobs/jobs.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

/** How long a page waits until what follows from a change is there, in milliseconds. */
const TIMEOUT = 8000;

/**
 * Waits for the worker to derive what follows from a change: items of issues alone, or with `derive` which
 * sends are of which issue, and all that rests on it.
 *
 * @returns false where it takes longer than a page should
 */
export async function untilDerived(
	db: Db,
	{ id }: Publication,
	kind: 'items' | 'derive' = 'items'
): Promise<boolean> {
	for (const deadline = performance.now() + TIMEOUT; ; await sleep(60)) {
		if ((await targetsAhead(db, id, kind)).length === 0) return true;
		if (performance.now() > deadline) return false;
	}
}
