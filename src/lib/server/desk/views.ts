import * as v from 'valibot';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { dropView, keepView, pinView } from '../store/reports/saved-views.ts';

/** Pages that a view can be of: those with filters. */
const view = v.object({
	name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
	/** a page of the publication and its filters, `topics?last=12`; the overview has no name */
	path: v.pipe(v.string(), v.maxLength(2000), v.regex(/^([a-z]+(\/[a-z]+)*)?(\?[\w=&%.+-]*)?$/))
});

/**
 * Names a page with its filters; the same name again means the new page.
 *
 * @throws {Trouble} badView where the name or the page cannot be kept
 */
export async function nameView(
	db: Db,
	publication: Publication,
	given: { name: unknown; path: unknown; pinned: boolean },
	actor: Actor
) {
	const read = v.safeParse(view, given);
	if (!read.success) throw new Trouble('badView', {});

	const words = { ...read.output, pinned: given.pinned };
	await db.transaction(async (tx) => {
		await keepView(tx, publication.id, words);
		await recordAudit(tx, publication.id, actor, 'views.kept', words);
	});
}

/** @throws {Trouble} noSuchView */
export async function changePin(db: Db, publication: Publication, id: number, pinned: boolean) {
	if (!(await pinView(db, publication.id, id, pinned))) throw new Trouble('noSuchView', {});
}

/** @throws {Trouble} noSuchView */
export async function removeView(db: Db, publication: Publication, id: number) {
	if (!(await dropView(db, publication.id, id))) throw new Trouble('noSuchView', {});
}
