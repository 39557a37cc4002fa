import * as v from 'valibot';
import { columnMap, fromMap } from '#lib/providers/by-hand/column-map.ts';
import { Trouble } from '#lib/trouble.ts';
import { holdsAddress } from '#lib/url/address.ts';
import { askingImports, changeImport, type Import } from '../../store/events/imports.ts';
import { rememberMap } from '../../store/events/column-maps.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { enqueueAnswered } from '../files/enqueue-import.ts';
import { fileOfImport } from '../files/file-of-import.ts';
import { importInState } from '../files/import-in-state.ts';
import { dropSpooled } from '../files/shared-spool.ts';
import { askedTable } from './question.ts';
import { readDifferently } from './read-differently.ts';
import { aboutOf, dateAnswer, hasNames, headerKey, type About } from '../reading/tell-table.ts';

/** What a person says of a file. Columns are known by their place. */
export type FileAnswer = {
	/** null where only dates were in question */
	kind: string | null;
	/** the role of each column, null for one that is not read */
	roles: (string | null)[];
	/** whether day or month comes first in each column of dates, where its cells cannot say */
	orders: (string | null)[];
	zone: string | null;
	event: string | null;
	/** the send and the link that this file is about, where the file cannot say */
	campaign: string | null;
	url: string | null;
	/** it is a complete list of subscribers */
	complete: boolean;
	/** what words of its columns of events and states mean */
	words?: Record<string, string>;
	/** how it is written, where that was told wrongly */
	layout?: About['layout'];
};

/** Where files lie, and who asks for one that is stored to be read differently. */
export type Differently = { inbox: string; data: string; by: string | null; now: number };

/**
 * Takes an answer: the file waits for its turn again, as do others with the same header, and the
 * next such file is recognised by itself. A file that is stored already is read once more, and the
 * new reading takes the place of the old one.
 *
 * @returns the import that is read now: a new one of what was stored
 * @throws {Trouble} noSuchImport, importMovedOn, mapUnreadable, mapDoesNotFit
 */
export async function answerQuestion(
	db: Db,
	publication: Publication,
	id: number,
	answer: FileAnswer,
	differently?: Differently
): Promise<number> {
	const asks =
		differently === undefined ? (['question'] as const) : (['question', 'done'] as const);
	const row = await importInState(db, publication, id, asks);
	const isStored = differently !== undefined && row.state === 'done';
	const isAsked = !isStored || row.kind !== 'document';
	const source = isAsked
		? await fileOfImport(db, publication, row, differently?.inbox ?? null)
		: null;
	const layout = answer.layout ?? aboutOf(row).layout;
	const asked = source ? await askedTable(source, row, layout) : null;
	if (!source || !asked) throw new Trouble('noSuchImport', { id });

	const { file } = asked;
	const { header } = file.table;
	const map = mapOf(answer, header, row.name);
	const about: About = {
		// whoever maps it says all of it anew
		...('kind' in map ? { replaces: aboutOf(row).replaces } : aboutOf(row)),
		answered: true,
		...(answer.campaign && { campaign: answer.campaign }),
		...(answer.url && { url: answer.url }),
		...(layout && { layout })
	};
	if (isStored) {
		if (!('kind' in map)) throw new Trouble('mapUnreadable', { file: row.name });
		fromMap({ ...map, ...about }, file);
		return readDifferently(db, row, source, { ...about, map }, differently);
	}
	if (row.trouble?.code === 'sendUnknown') {
		await enqueueAnswered(db, row, { about });
		return id;
	}
	if ('kind' in map) fromMap({ ...map, ...about }, file);

	// a mapping is remembered by whoever stores what it reads; how dates are written holds at once
	const own = 'kind' in map ? { ...about, map } : about;
	// a file without headers: its first row was taken for them, and is no other file's
	const isHeader = !header.some((name) => holdsAddress(name));
	if (own === about && isHeader) await rememberMap(db, publication.id, headerKey(header), map);

	await enqueueAnswered(db, row, { about: own });
	if (!hasNames(header) || about.replaces !== undefined) return id;
	for (const other of await askingImports(db, publication.id)) {
		const its = await tableOf(db, publication, other);
		if (!its || headerKey(its.file.table.header) !== headerKey(header)) continue;
		const said = { ...aboutOf(other), ...('kind' in map && { map }) };
		await enqueueAnswered(db, other, { about: said });
	}
	return id;
}

/** The table of another file that waits; null where it is gone, or cannot be read. */
async function tableOf(db: Db, publication: Publication, row: Import) {
	const source = await fileOfImport(db, publication, row, null);
	return source && (await askedTable(source, row).catch(() => null));
}

/** A mapping as it is saved. @throws {Trouble} mapUnreadable */
export function mapOf(
	{ kind, roles, orders, zone, event, complete, words = {} }: FileAnswer,
	header: string[],
	name: string
) {
	const columns: Record<string, string> = {};
	const dates: Record<string, { order: string }> = {};
	for (const [column, role] of roles.entries()) {
		if (!role) continue;
		columns[role] = nameOf(header, column);
		const order = orders[column];
		if (order) dates[role] = { order };
	}
	const isComplete = complete && kind === 'subscribers' && { complete };
	const written = { dates, ...(zone && { zone }) };
	const said = Object.keys(words).length > 0 && { words };
	const parsed = v.safeParse(
		v.union([columnMap, dateAnswer]),
		kind === null
			? written
			: { kind, columns, ...(event && { event }), ...said, ...isComplete, ...written }
	);
	if (!parsed.success) throw new Trouble('mapUnreadable', { file: name });
	return parsed.output;
}

/** A column's header, or its place where another column has the same. */
function nameOf(header: readonly string[], column: number): string {
	const name = header[column] ?? '';
	const same = header.filter((other) => headerKey([other]) === headerKey([name]));
	return name !== '' && same.length === 1 ? name : `#${column + 1}`;
}

/**
 * Leaves a file out that waits for an answer.
 *
 * @throws {Trouble} noSuchImport, importMovedOn
 */
export async function leaveOut(db: Db, publication: Publication, id: number, now: number) {
	const row = await importInState(db, publication, id, ['question']);
	await changeImport(db, id, { state: 'failed', spool: null, finishedAt: now });
	if (row.spool !== null) await dropSpooled(db, row.spool);
}
