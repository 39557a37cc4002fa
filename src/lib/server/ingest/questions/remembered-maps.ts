import { Trouble } from '#lib/trouble.ts';
import { changeMap, dropMap, listMaps } from '../../store/events/column-maps.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';

/** How files with one header are read from now on, because somebody said so. */
export type RememberedMap = {
	id: number;
	/** as somebody called it; null where nobody did */
	name: string | null;
	/** the columns of such files */
	header: string[];
	/** null where only the writing of dates is remembered */
	kind: string | null;
};

/** How files of known shapes are read from answers given earlier. */
export async function rememberedMaps(db: Db, { id }: Publication): Promise<RememberedMap[]> {
	const maps = await listMaps(db, id);
	return maps.map(({ id, header, map: { name, kind } }) => ({
		id,
		name: typeof name === 'string' ? name : null,
		header: header.split('\n'),
		kind: typeof kind === 'string' ? kind : null
	}));
}

/** Calls a remembered mapping by another name; without one, by its columns. @throws {Trouble} noSuchMap */
export async function nameMap(db: Db, publication: Publication, id: number, name: string) {
	const kept = (await listMaps(db, publication.id)).find((one) => one.id === id);
	if (!kept) throw new Trouble('noSuchMap', { id });
	const { name: _, ...map } = kept.map;
	const called = name.trim().slice(0, 200);
	await changeMap(db, publication.id, id, called === '' ? map : { name: called, ...map });
}

/** Forgets a mapping: the next such file is asked about again. @throws {Trouble} noSuchMap */
export async function forgetMap(db: Db, publication: Publication, id: number) {
	if (!(await dropMap(db, publication.id, id))) throw new Trouble('noSuchMap', { id });
}
