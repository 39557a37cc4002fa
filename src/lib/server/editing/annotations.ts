import { Trouble } from '#lib/trouble.ts';
import { MOST_NOTE, noteText } from '../derive/note-words.ts';
import { recordAudit, undoableAudit, type Actor } from '../store/people/audit.ts';
import type { Publication } from '../store/publications.ts';
import {
	dropAnnotations,
	findAnnotation,
	listAnnotations,
	putAnnotations,
	type AnnotationRow
} from '../store/reports/annotations.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import { isDay } from '#lib/is-day.ts';
import { changeToUndo } from './undo-last.ts';
import { localDate } from '../local-date.ts';

/** What happened, and on which day of the publication's (YYYY-MM-DD); null is today. */
export type Note = { date: string | null; text: string };

/** Notes kept of one publication: a chart with more flags says nothing. */
const MOST_NOTES = 2000;

/**
 * Keeps notes that people wrote, but those that are there already: the same file twice is one. What
 * looks like an address is taken out of them.
 *
 * @returns how many were new, and how many were there
 * @throws {Trouble} badDate, badNote, tooManyNotes
 */
export async function annotate(
	db: Db,
	{ id, zone }: Publication,
	notes: readonly Note[],
	actor: Actor
): Promise<{ added: number; known: number }> {
	const today = localDate(actor.now, zone);
	const read = notes.map((note) => readNote(note, today));
	return db.transaction(async (tx) => {
		const there = await listAnnotations(tx, id);
		const known = new Set(there.map(keyOf));
		const fresh = [...new Map(read.map((note) => [keyOf(note), note])).values()].filter(
			(note) => !known.has(keyOf(note))
		);
		if (there.length + fresh.length > MOST_NOTES)
			throw new Trouble('tooManyNotes', { most: MOST_NOTES });
		if (fresh.length === 0) return { added: 0, known: read.length };
		const rows = fresh.map((note) => ({ publicationId: id, by: actor.by, ...note }));
		const ids = await putAnnotations(tx, rows);
		await recordAudit(tx, id, actor, 'annotations.add', { ids, notes: fresh });
		return { added: fresh.length, known: read.length - fresh.length };
	});
}

/** @throws {Trouble} noSuchNote */
export async function removeAnnotation(db: Db, { id }: Publication, note: number, actor: Actor) {
	await db.transaction(async (tx) => {
		const row = await findAnnotation(tx, id, note);
		if (!row) throw new Trouble('noSuchNote', { id: note });
		await dropAnnotations(tx, id, [note]);
		await recordAudit(tx, id, actor, 'annotations.remove', { row });
	});
}

/** The latest change that was not undone. */
export function undoableAnnotation(db: Db | Tx, { id }: Publication) {
	return undoableAudit(db, id, 'annotations');
}

/**
 * Takes the latest notes back, or puts the latest one back that was removed.
 *
 * @throws {Trouble} undoMovedOn
 */
export async function undoAnnotation(
	db: Db,
	{ id }: Publication,
	actor: Actor,
	of: number | null = null
) {
	await db.transaction(async (tx) => {
		const last = await changeToUndo(tx, id, 'annotations', of);
		if (!last) return;
		if (last.action === 'annotations.add')
			await dropAnnotations(tx, id, last.details?.ids as number[]);
		else await putAnnotations(tx, [last.details?.row as AnnotationRow]);
		await recordAudit(tx, id, actor, 'annotations.undo', { of: last.id });
	});
}

function keyOf({ date, text }: { date: string; text: string }): string {
	return `${date} ${text}`;
}

function readNote({ date: given, text }: Note, today: string): { date: string; text: string } {
	const date = given ?? today;
	if (!isDay(date)) throw new Trouble('badDate', { given: date.slice(0, 40) });
	const said = noteText(text);
	if (said === '' || said.length > MOST_NOTE) throw new Trouble('badNote', { most: MOST_NOTE });
	return { date, text: said };
}
