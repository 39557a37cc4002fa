import { randomInt } from 'node:crypto';
import { WEEK } from '#lib/duration.ts';
import { withTurn, type Held } from '../store/jobs/hold.ts';
import { addJob, jobsOfKind } from '../store/jobs/jobs.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { emptyLog, erasing } from '../store/sql/secure-delete.ts';
import { cutReaders, dropUnnamedReaders, type CutUnit } from '../store/readers/cut-readers.ts';
import {
	latestImport,
	namedIn,
	namingSends,
	type NamedReaders
} from '../store/readers/naming-sends.ts';
import { grouped } from '../store/sql/grouped.ts';
import { databaseFile, type Db } from '../store/sql/open.ts';
import {
	findPublicationById,
	listPublications,
	touchPublication,
	type Publication
} from '../store/publications.ts';
import { turn } from '../derive/turn.ts';
import { takeBackBroken } from './files/take-back.ts';

/** What was cut, or would be. */
export type Retention = NamedReaders & {
	publication: string;
	/** null: nothing is ever cut */
	months: number | null;
	/** issues, and sends whose issue is not known */
	issues: number;
	/** readers of whom nothing was left besides, and whose hashes are gone */
	forgotten: number;
};

/** An issue's files may come in parts, and be read differently for a week: until then nothing is cut by itself. */
const SETTLED = WEEK;

/** The instant so many calendar months before another, both UTC milliseconds. */
export function monthsBefore(now: number, months: number): number {
	const then = new Date(now);
	const day = then.getUTCDate();
	then.setUTCDate(1);
	then.setUTCMonth(then.getUTCMonth() - months);
	const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
	return then.setUTCDate(Math.min(day, last));
}

/** Issues that went out longer ago than the publication keeps who clicked them, the oldest first. */
async function dueUnits(
	db: Db,
	{ id, readerMonths }: Publication,
	now: number,
	settled: number
): Promise<CutUnit[]> {
	if (readerMonths === null) return [];
	const before = monthsBefore(now, readerMonths);
	const sends = await namingSends(db, id);
	const units = [...grouped(sends, (send) => send.issueId ?? -send.id)];
	const due: CutUnit[] = [];
	for (const [key, own] of units) {
		// a send again, long after: the issue is as old as that
		if (own.some(({ at }) => at >= before)) continue;
		const sendIds = own.map((send) => send.id);
		if (settled > 0 && (await latestImport(db, sendIds)) > now - settled) continue;
		due.push({ issueId: key > 0 ? key : null, sendIds });
	}
	return due;
}

/** What would be cut now, by hand: nothing is written. */
export async function previewRetention(
	db: Db,
	publication: Publication,
	now: number
): Promise<Retention> {
	const due = await dueUnits(db, publication, now, 0);
	const named = await namedIn(
		db,
		due.flatMap(({ sendIds }) => sendIds)
	);
	const { slug, readerMonths: months } = publication;
	return { publication: slug, months, issues: due.length, ...named, forgotten: 0 };
}

/**
 * Cuts what is due in a publication, for somebody who waits for it.
 *
 * @param onWait called where others write, and it has to wait for them
 */
export function retain(
	db: Db,
	publication: Publication,
	actor: Actor,
	onWait?: () => void
): Promise<Retention> {
	return withTurn(
		db,
		{ kind: 'retain', publicationId: publication.id },
		async (held) => {
			await takeBackBroken(db, actor.now);
			return cutDue(db, publication.id, held, actor, 0);
		},
		{ ...(onWait && { onWait }) }
	);
}

/** Cuts what a job was asked to: what is due, and settled. */
export async function runRetention(db: Db, held: Held, now: number) {
	const { publicationId } = held.job;
	if (publicationId !== null) await cutDue(db, publicationId, held, { by: null, now }, SETTLED);
}

/** Asks for what is due to be cut, wherever a publication forgets its readers. */
export async function enqueueRetention(db: Db, now: number) {
	for (const publication of await listPublications(db)) {
		if ((await dueUnits(db, publication, now, SETTLED)).length === 0) continue;
		const waiting = await jobsOfKind(db, 'retain', ['waiting', 'running', 'failed']);
		if (waiting.some(({ publicationId }) => publicationId === publication.id)) continue;
		await addJob(db, { kind: 'retain', publicationId: publication.id });
	}
}

/** One transaction an issue: whatever breaks it off, an issue names its readers everywhere or nowhere. */
async function cutDue(
	db: Db,
	publicationId: number,
	{ tell }: Held,
	actor: Actor,
	settled: number
): Promise<Retention> {
	const publication = (await findPublicationById(db, publicationId))!;
	const due = await dueUnits(db, publication, actor.now, settled);
	const all = await namedIn(
		db,
		due.flatMap(({ sendIds }) => sendIds)
	);
	let events = 0;
	for (const [i, unit] of due.entries()) {
		events += await db.transaction(async (tx) => {
			await erasing(tx, databaseFile(db) !== undefined);
			const cut = await cutReaders(tx, unit, randomInt, actor.now);
			await recordAudit(tx, publicationId, actor, 'readers.cut', {
				issue: unit.issueId,
				months: publication.readerMonths,
				...cut
			});
			await touchPublication(tx, publicationId);
			return cut.events;
		});
		tell((i + 1) / due.length);
		await turn();
	}
	const forgotten = due.length > 0 ? await dropUnnamedReaders(db, publicationId) : 0;
	if (due.length > 0) await emptyLog(db);
	const { slug, readerMonths: months } = publication;
	return { publication: slug, months, issues: due.length, events, readers: all.readers, forgotten };
}
