import type { Db } from '../../store/sql/open.ts';
import { withdrawEvents } from '../../store/events/withdraw-events.ts';
import {
	changeImport,
	sendsOfImport,
	withdrawFacts,
	brokenImports,
	type Import
} from '../../store/events/imports.ts';
import { passOn, type PlainTable } from '../../store/events/repeats.ts';
import { setsWithout } from '../../store/events/provenance.ts';
import { sendsOf } from '../../store/events/sends.ts';
import { jobsOfKind } from '../../store/jobs/jobs.ts';

/**
 * Takes out exactly what an import brought and no other import also brought. It may break off
 * anywhere and be done again: only its last step says that it is done.
 *
 * @param then what the import is from now on
 * @returns the sends that have to be looked at again
 */
export async function takeBack(
	db: Db,
	{ id, publicationId, state, reading }: Pick<Import, 'id' | 'publicationId' | 'state' | 'reading'>,
	then: Partial<Import>
): Promise<number[]> {
	// of an import that broke off nobody wrote down which sends it touched
	const touched =
		state === 'done' || state === 'undoing'
			? await sendsOfImport(db, id)
			: (await sendsOf(db, publicationId)).map((send) => send.id);

	const steps = await setsWithout(db, id);
	await withdrawEvents(db, touched, steps);
	const held = state === 'done' || state === 'undoing' ? plainTables(reading) : [];
	await db.transaction(async (tx) => {
		await passOn(tx, id, held);
		await withdrawFacts(tx, id);
		await changeImport(tx, id, then);
	});
	return touched;
}

/** The tables in which an import keeps what is no event, as its reading says. */
function plainTables(reading: Import['reading']): PlainTable[] {
	return (reading?.tables ?? []) as PlainTable[];
}

/**
 * Takes out what processes that are gone left half-read; for whoever holds the turn to write, so that
 * nobody reads them. An upload of which the job goes on is read again, others have failed.
 */
export async function takeBackBroken(db: Db, now: number) {
	const broken = await brokenImports(db);
	if (broken.length === 0) return;
	const jobs = await jobsOfKind(db, 'import', ['waiting', 'running']);
	const goingOn = new Set(jobs.map(({ subject }) => subject));
	for (const one of broken) {
		const trouble = { code: 'interrupted', details: { file: one.name } };
		await takeBack(
			db,
			one,
			one.spool && goingOn.has(String(one.id))
				? { state: 'waiting' }
				: { state: 'failed', trouble, finishedAt: now }
		);
	}
}
