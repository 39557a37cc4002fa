import { Trouble } from '#lib/trouble.ts';
import type { Change, ItemAt } from '../ingest/apply-corrections.ts';
import { askDerive, deriveIssue } from '../ingest/derive-issue.ts';
import { recordAudit, type Actor } from '../store/audit.ts';
import { addCorrection, correctionsOf, setUndone } from '../store/corrections.ts';
import { findIssue } from '../store/issues.ts';
import { itemsOfIssue, linksOfIssue } from '../store/items.ts';
import type { Db, Tx } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { pageKeys } from '../store/urls.ts';

/** A change as a page asks for it, by the ids that items and pages have now. */
export type Wish =
	| { kind: 'title'; item: number; title: string }
	| { kind: 'role'; item: number; role: 'editorial' | 'sponsor' | 'house' }
	| { kind: 'section'; from: string | null; to: string | null }
	| { kind: 'move'; item: number; section: string | null }
	| { kind: 'merge'; item: number; into: number }
	| { kind: 'split'; item: number; page: number; title: string }
	| { kind: 'link'; item: number; page: number; into: number | null };

/**
 * Corrects how an issue reads, and derives what follows at once. The change is kept and made again
 * with every new reading; events are not touched.
 *
 * @throws {Trouble} noSuchIssue, noSuchItem
 */
export async function correct(
	db: Db,
	publication: Publication,
	issueId: number,
	wish: Wish,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		const change = await changeOf(tx, issueId, wish);
		await addCorrection(tx, issueId, change, actor);
		await derived(tx, publication, issueId, actor, 'issue.correct', change.kind);
	});
}

/** Takes the last change back. Nothing happens where there is none. */
export async function undoCorrection(
	db: Db,
	publication: Publication,
	issueId: number,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		const { undo } = await stepsOf(tx, issueId);
		if (!undo) return;
		await setUndone(tx, undo.id, true);
		await derived(tx, publication, issueId, actor, 'issue.undo', String(undo.change.kind));
	});
}

/** Makes again what was taken back last, unless something was changed since. */
export async function redoCorrection(
	db: Db,
	publication: Publication,
	issueId: number,
	actor: Actor
) {
	await db.transaction(async (tx) => {
		const { redo } = await stepsOf(tx, issueId);
		if (!redo) return;
		await setUndone(tx, redo.id, false);
		await derived(tx, publication, issueId, actor, 'issue.redo', String(redo.change.kind));
	});
}

/** The change that an undo takes back, and the one that a redo makes again. */
export async function stepsOf(db: Db | Tx, issueId: number) {
	const all = await correctionsOf(db, issueId);
	const last = all.findLastIndex(({ undone }) => !undone);
	return { undo: all[last] ?? null, redo: all[last + 1] ?? null };
}

async function derived(
	tx: Tx,
	publication: Publication,
	issueId: number,
	actor: Actor,
	action: string,
	kind: string
) {
	const issue = await findIssue(tx, publication.id, issueId);
	if (!issue) throw new Trouble('noSuchIssue', { id: issueId });
	await recordAudit(tx, publication.id, actor, action, { issue: issueId, kind });
	await deriveIssue(tx, publication, issue);
	await askDerive(tx, publication.id);
}

/** A wish in words that a later reading understands. */
async function changeOf(db: Tx, issueId: number, wish: Wish): Promise<Change> {
	if (wish.kind === 'section') return wish;

	const items = await itemsOfIssue(db, issueId);
	const links = await linksOfIssue(db, issueId);
	const keys = await pageKeys(db, [...new Set(links.map(({ pageId }) => pageId))]);
	const at = (id: number): ItemAt => {
		const item = items.find((candidate) => candidate.id === id);
		if (!item) throw new Trouble('noSuchItem');
		const first = links.find(({ itemId }) => itemId === id);
		const page = first ? keys.get(first.pageId)! : null;
		return { title: item.title, page, slot: item.slot };
	};
	const page = (id: number): string => {
		const key = keys.get(id);
		if (key === undefined) throw new Trouble('noSuchItem');
		return key;
	};

	const item = at(wish.item);
	switch (wish.kind) {
		case 'merge':
			return { kind: wish.kind, item, into: at(wish.into) };
		case 'split':
			return { kind: wish.kind, item, page: page(wish.page), title: wish.title };
		case 'link':
			return {
				kind: wish.kind,
				item,
				page: page(wish.page),
				into: wish.into === null ? null : at(wish.into)
			};
		default:
			return { ...wish, item };
	}
}
