import * as v from 'valibot';
import { pageBelow } from '#lib/page-below.ts';
import { plainText } from '#lib/plain-text.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import {
	changeDefaultView,
	dropView,
	findView,
	keepView,
	pinView,
	viewNamed,
	type SavedView
} from '../store/reports/saved-views.ts';

/** A view as it is given. */
const view = v.object({
	// letters that are seen, and in one spelling: a name means one view
	name: v.pipe(
		v.string(),
		v.normalize(),
		v.transform(plainText),
		v.trim(),
		v.regex(/[\p{L}\p{N}\p{P}\p{S}]/u),
		v.check((name) => [...name].length <= 60)
	),
	/** a page of the publication and its filters, `topics?last=12`; the overview has no name */
	path: v.pipe(v.string(), v.transform(pageBelow), v.string())
});

/** Who keeps, changes or removes a view. */
export type ViewActor = Actor & {
	/** may do so for everybody; otherwise for themselves alone */
	shares: boolean;
};

/**
 * Names a page with its filters, for everybody or for who asks alone; the same name again means the
 * new page.
 *
 * @param shown the views that the form showed, by their ids; null where it does not say
 * @throws {Trouble} badView where the name or the page cannot be kept, notAllowed; viewMovedOn where another
 * has saved something else under that name since
 */
export async function nameView(
	db: Db,
	publication: Publication,
	given: { name: unknown; path: unknown; pinned: boolean; own: boolean },
	{ shares, ...actor }: ViewActor,
	shown: unknown = null
) {
	const read = v.safeParse(view, given);
	if (!read.success) throw new Trouble('badView', {});
	const { pinned, own } = given;
	if (own ? actor.by === null : !shares) throw new Trouble('notAllowed', {});

	const words = { ...read.output, pinned };
	const ownerId = own ? actor.by : null;
	await db.transaction(async (tx) => {
		const now = await viewNamed(tx, publication.id, { name: words.name, ownerId });
		const isSame = now?.path === words.path && now.pinned === pinned;
		if (now && !isSame) asShown(now, shown);
		await keepView(tx, publication.id, { ...words, ownerId });
		// what somebody keeps for themselves is nobody else's to read
		if (!own) await recordAudit(tx, publication.id, actor, 'views.kept', words);
	});
}

/** @throws {Trouble} noSuchView, notAllowed */
export async function changePin(
	db: Db,
	publication: Publication,
	id: number,
	pinned: boolean,
	actor: ViewActor
) {
	await changeable(db, publication, id, actor);
	await pinView(db, publication.id, id, pinned);
}

/**
 * Removes a view for all who see it.
 *
 * @param shown the views that the page showed, by their ids; null where it does not say
 * @throws {Trouble} noSuchView, notAllowed; viewMovedOn where it is of another page since
 */
export async function removeView(
	db: Db,
	publication: Publication,
	id: number,
	actor: ViewActor,
	shown: unknown = null
) {
	await db.transaction(async (tx) => {
		asShown(await changeable(tx, publication, id, actor), shown);
		await dropView(tx, publication.id, id);
	});
}

/** What a form shows of views: each one's page, by its id. */
const viewsShown = v.record(v.string(), v.string());

/**
 * A name means one page for all who use it: what another has saved under it is not replaced by somebody who has
 * not seen it. Whoever has the same name for another page is told.
 *
 * @throws {Trouble} viewMovedOn
 */
function asShown({ id, name, path }: SavedView, shown: unknown) {
	if (!v.is(viewsShown, shown) || shown[id] === plainText(path)) return;
	throw new Trouble('viewMovedOn', { name });
}

/**
 * Has who asks begin with a view, or no longer.
 *
 * @throws {Trouble} noSuchView, notAllowed
 */
export async function beginWith(
	db: Db,
	publication: Publication,
	id: number,
	first: boolean,
	{ by }: ViewActor
) {
	if (by === null) throw new Trouble('notAllowed', {});
	if (!(await findView(db, publication.id, id, by))) throw new Trouble('noSuchView', {});
	await db.transaction((tx) => changeDefaultView(tx, publication.id, by, first ? id : null));
}

async function changeable(
	db: Db | Tx,
	{ id: publicationId }: Publication,
	id: number,
	actor: ViewActor
) {
	const view = await findView(db, publicationId, id, actor.by);
	if (!view) throw new Trouble('noSuchView', {});
	if (view.ownerId === null && !actor.shares) throw new Trouble('notAllowed', {});
	return view;
}
