import { WEEK } from '#lib/duration.ts';
import { Trouble } from '#lib/trouble.ts';
import { beginPublication } from '../ingest/publication.ts';
import { enqueueRemoval } from '../ingest/remove-publications.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { resumeAlertRules } from '../store/reports/alerts.ts';
import { resumeSchedules } from '../store/reports/schedules.ts';
import type { Db } from '../store/sql/open.ts';
import {
	changePublication as change,
	changeHidden,
	findPublication,
	findPublicationById,
	publicationAt,
	type Publication,
	type PublicationWords
} from '../store/publications.ts';
import { forgetDefaultPublication } from '../store/people/profiles.ts';
import { threeWayMerge } from './three-way-merge.ts';

/** @returns false where another publication has that name in its address */
export async function makePublication(
	db: Db,
	words: PublicationWords,
	now: number
): Promise<boolean> {
	return db.transaction(async (tx) => {
		if (await publicationAt(tx, words.slug)) return false;
		const { id } = await beginPublication(tx, words, now);
		await recordAudit(tx, id, { by: null, now }, 'publication.made', { slug: words.slug });
		return true;
	});
}

/**
 * Changes what is said of a publication; what another changed since the form was shown stays.
 *
 * @param shown what the form held when it was opened
 * @returns what is said of it now, or null where another publication has that name in its address
 */
export async function changePublication(
	db: Db,
	{ id }: Publication,
	{ sent, shown }: { sent: PublicationWords; shown: unknown },
	now: number
): Promise<PublicationWords | null> {
	return db.transaction(async (tx) => {
		const { slug, name, language, currency, zone } = (await findPublicationById(tx, id))!;
		const before: PublicationWords = { slug, name, language, currency, zone };
		const after = threeWayMerge(shown, sent, before);
		const namesake = await publicationAt(tx, after.slug);
		if (namesake && namesake.id !== id) return null;
		await change(tx, id, after);
		await recordAudit(tx, id, { by: null, now }, 'publication.changed', { before, after });
		return after;
	});
}

/** Hides a publication from every list, with all its data; its reports and alerts pause. */
export async function archivePublication(db: Db, { id, slug }: Publication, actor: Actor) {
	await db.transaction(async (tx) => {
		await changeHidden(tx, id, { archivedAt: actor.now, deletesAt: null });
		await forgetDefaultPublication(tx, id);
		await recordAudit(tx, id, actor, 'publication.archived', { slug });
	});
}

/**
 * Hides a publication, and has it deleted after a week; until then it can be restored.
 *
 * @param typed its name, as who wants it deleted typed it
 * @throws {Trouble} wrongName
 */
export async function deletePublication(
	db: Db,
	{ id, slug, name, archivedAt }: Publication,
	typed: string,
	actor: Actor
) {
	if (typed.trim().normalize() !== name.trim().normalize())
		throw new Trouble('wrongName', { name });
	await db.transaction(async (tx) => {
		await changeHidden(tx, id, { archivedAt, deletesAt: actor.now + WEEK });
		await forgetDefaultPublication(tx, id);
		await recordAudit(tx, id, actor, 'publication.deletionAsked', { slug });
	});
}

/**
 * Shows an archived publication again, or one that is not deleted yet.
 *
 * @throws {Trouble} noSuchPublication
 */
export async function restorePublication(db: Db, slug: string, actor: Actor): Promise<Publication> {
	return db.transaction(async (tx) => {
		const publication = await findPublication(tx, slug);
		if (!publication) throw new Trouble('noSuchPublication', { slug });
		await changeHidden(tx, publication.id, { archivedAt: null, deletesAt: null });
		// as after a pause: neither what fell due meanwhile nor what has held since is told all at once
		await resumeSchedules(tx, publication.id, actor.now);
		await resumeAlertRules(tx, publication.id);
		await recordAudit(tx, publication.id, actor, 'publication.restored', { slug });
		return publication;
	});
}

/**
 * Hides a publication, and has it deleted for good as soon as nobody works on it: what a job wrote after that
 * would be nobody's, and the next publication's as soon as its rows get the same numbers.
 */
export async function removePublication(db: Db, { id, slug }: Publication, actor: Actor) {
	await db.transaction(async (tx) => {
		await changeHidden(tx, id, { archivedAt: null, deletesAt: actor.now });
		await forgetDefaultPublication(tx, id);
		await enqueueRemoval(tx, id);
		await recordAudit(tx, id, actor, 'publication.deletionAsked', { slug });
	});
}
