import { isDeepStrictEqual } from 'node:util';
import { Trouble } from '#lib/trouble.ts';
import {
	correctionKind,
	type CorrectionRequest,
	type SaidOfItem
} from '../derive/correction-kinds.ts';
import { sectionKey } from '../derive/section-key.ts';
import { itemAuthors, itemsOfIssue, sectionsOf, type StoredItem } from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { isAsShown } from './is-as-shown.ts';

/**
 * Refuses to say of an item what another has said otherwise since it was shown, and anything of a heading that
 * is not there any more.
 *
 * @param shown what the form showed of the item; null where it does not say
 * @throws {Trouble} itemMovedOn, noSuchHeading
 */
export async function refuseMovedOn(
	tx: Tx,
	publication: Publication,
	issueId: number,
	request: CorrectionRequest,
	shown: unknown
) {
	const items = await itemsOfIssue(tx, issueId);
	const titles = new Map(
		(await sectionsOf(tx, publication.id)).map(({ id, title }) => [id, title])
	);
	const headingOf = ({ sectionId }: StoredItem) => titles.get(sectionId ?? NaN) ?? null;
	if ('from' in request) {
		const key = (heading: string | null) => (heading === null ? null : sectionKey(heading));
		if (!items.some((item) => key(headingOf(item)) === key(request.from)))
			throw new Trouble('noSuchHeading', { heading: request.from ?? '' });
	}
	const { sets } = correctionKind(request.kind);
	const item = 'item' in request && items.find(({ id }) => id === request.item);
	if (!sets || !item) return;
	const { title, role } = item;
	const now: SaidOfItem = { title, role, section: headingOf(item), authors: itemAuthors(item) };
	const asked = new Map(Object.entries(request)).get(sets);
	const seen = new Map(Object.entries(shown ?? {}));
	if (!seen.has(sets) || isDeepStrictEqual(now[sets], asked)) return;
	if (!isAsShown(now[sets], seen.get(sets))) throw new Trouble('itemMovedOn', { title });
}
