import { Trouble } from '#lib/trouble.ts';
import type { Publication } from '../figures/publications.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { deleteReport, findReport, insertReport, listReports } from '../store/reports/reports.ts';
import type { ReportRequest } from './kinds/report-context.ts';
import { makeReport } from './make.ts';
import { readSnapshot, saysTheSame, type Snapshot } from './snapshot.ts';
import { suppressedReport } from './suppress.ts';

export type { ReportRequest };

/**
 * Makes a report and keeps it as it is.
 *
 * @param give what is done with it in the same transaction: whoever begins anew finds both or neither
 * @returns its id
 */
export async function keepReport(
	db: Db,
	publication: Publication,
	asked: ReportRequest,
	{ by, now }: { by: string | null; now: number },
	give?: (tx: Tx, id: number) => Promise<void>
): Promise<number> {
	const snapshot = await makeReport(db, publication, asked, now);
	const { name } = snapshot;
	return db.transaction(async (tx) => {
		const row = { publicationId: publication.id, name, snapshot, createdAt: now, by };
		const id = await insertReport(tx, row);
		await recordAudit(tx, publication.id, { by, now }, 'reports.made', { report: id, name });
		await give?.(tx, id);
		return id;
	});
}

/** The reports that were kept, the latest first. */
export function reportsOf(db: Db, { id }: Publication) {
	return listReports(db, id);
}

/**
 * A report as it was made.
 *
 * @throws {Trouble} noSuchReport
 */
export async function reportOf(db: Db, publication: Publication, id: number): Promise<Snapshot> {
	const stored = await findReport(db, publication.id, id);
	if (!stored) throw new Trouble('noSuchReport', { id });
	return readSnapshot(stored.snapshot);
}

/**
 * What a link shows: a report as it was made, or one as of now; without what few readers did.
 *
 * @throws {Trouble} noSuchReport, noSuchIssue
 */
export async function sharedReport(
	db: Db,
	publication: Publication,
	shown: number | ReportRequest,
	now: number
): Promise<Snapshot> {
	const snapshot =
		typeof shown === 'number'
			? await reportOf(db, publication, shown)
			: await makeReport(db, publication, shown, now);
	return suppressedReport(snapshot);
}

/** Whether today's data would still say what a report says; what cannot be made again says not. */
export async function stillHolds(
	db: Db,
	publication: Publication,
	snapshot: Snapshot,
	now: number
): Promise<boolean> {
	const { kind, name, locale, asked } = snapshot;
	try {
		const again = await makeReport(db, publication, { kind, name, locale, ...asked }, now);
		return saysTheSame(snapshot, readSnapshot(JSON.parse(JSON.stringify(again))));
	} catch (cause) {
		if (cause instanceof Trouble) return false;
		throw cause;
	}
}

/** Removes a report; its files and links go with it. */
export async function removeReport(
	db: Db,
	{ id: publicationId }: Publication,
	id: number,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		if (await deleteReport(tx, publicationId, id))
			await recordAudit(tx, publicationId, actor, 'reports.removed', { report: id });
	});
}
