// What speaks for a reading of a file, and what against it.
import { stemOf } from '#lib/file-name.ts';
import { withoutDenied } from '../words/denials.ts';
import { textOf } from '../plans/event-reader.ts';
import { eventOf } from '../plans/event-words.ts';
import type { FileFacts, Role, RoleColumns } from '../recogniser.ts';
import type { CrossTable } from './shapes/cross-table.ts';
import { genresOf, speaksOf, type Genre, type Stem } from './words/genre-words.ts';
import { headerFit, plainHeader } from './words/header-words.ts';
import { linkColumns } from './shapes/link-columns.ts';
import { isNeutral } from './words/neutral-words.ts';

/** What is known of a contact, and where a link stood. */
const ALSO_OF_CONTACTS =
	/^((contact|lead|link|item|block|lien) )?(phone|mobile|telephone|telefon\w*|celular|handy)( (number|no))?$|^((contact|lead|link|item|block) )?(score|rating|position)$|^last (seen|login)$|^position( (du|of the|of) (lien|link))?$/;

/** Trades whose headers speak against each sort of reading. */
const hostile: Record<'mail' | 'list' | 'tags' | 'spend' | 'value' | 'placements', Genre[]> = {
	mail: [
		'orders',
		'invoices',
		'products',
		'surveys',
		'meetings',
		'support',
		'people',
		'deals',
		'analytics',
		'search',
		'ads',
		'phones',
		'bank',
		'systems',
		'calendars',
		'gifts'
	],
	list: [
		'orders',
		'invoices',
		'surveys',
		'meetings',
		'support',
		'analytics',
		'search',
		'ads',
		'bank',
		'systems',
		'calendars',
		'deals',
		'gifts'
	],
	tags: [
		'orders',
		'invoices',
		'products',
		'meetings',
		'support',
		'people',
		'search',
		'ads',
		'calendars'
	],
	spend: ['orders', 'invoices', 'surveys', 'meetings', 'people', 'bank', 'support', 'deals'],
	value: ['invoices', 'surveys', 'people', 'support', 'ads', 'search'],
	placements: ['surveys', 'people', 'support', 'meetings', 'phones']
};

/** What is known of a file before any reading of it is weighed. */
export type Seen = {
	file: FileFacts;
	header: FileFacts['table']['header'];
	sample: FileFacts['table']['sample'];
	/** headers that speak of a trade, by the trade */
	genres: ReturnType<typeof genresOf>;
	/** the names of file and table, and the same as headers are compared */
	names: string;
	named: string;
	/** what stands in the lines above the table */
	labelled: string;
	/** columns of a table with one for each link */
	ofLinks: ReadonlySet<number | undefined>;
	/** the file as a crossed table of amounts, where it is one */
	cross: CrossTable | null;
};

/** Looks at a file once, for all readings of it. */
export function seenIn(file: FileFacts, cross: CrossTable | null): Seen {
	const { header, sample, title } = file.table;
	const names = [stemOf(file.name), title ?? ''].join(' ');
	const links = linkColumns(file).flatMap(({ at, total, unique }) => [at, total, unique]);
	return {
		file,
		header,
		sample,
		genres: genresOf(header),
		names,
		// a house is open too, and so are positions; and who did not open is named as well
		named: withoutDenied(plainHeader(names)).replace(/\bopen\b/g, ' '),
		labelled: file.labels.flat().join(' '),
		ofLinks: new Set(links),
		cross
	};
}

/** Whether the name of the file or table speaks of something. */
export function isNamed({ named }: Seen, stem: Stem): boolean {
	return speaksOf(named, stem);
}

/** The cells of a column that hold anything. */
export function cells({ sample }: Seen, column: number | undefined): string[] {
	return column === undefined ? [] : sample.flatMap((row) => textOf(row[column]) ?? []);
}

/** As a share of all; of none it is 0. */
export function share(all: readonly string[], is: (cell: string) => boolean): number {
	return all.length === 0 ? 0 : all.filter(is).length / all.length;
}

/** Whether the header of a column speaks of something. */
export function says({ header }: Seen, column: number | undefined, stem: Stem): boolean {
	return column !== undefined && speaksOf(header[column] ?? '', stem);
}

/** Whether the header of any column is called so. */
export function anyIs({ header }: Seen, name: RegExp): boolean {
	return header.some((called) => name.test(plainHeader(called)));
}

/** Whether the header of any column speaks of something. */
export function anySays({ header }: Seen, stem: Stem): boolean {
	return header.some((name) => speaksOf(name, stem));
}

/** The headers that speak of a trade; what lists of contacts and links have too does so in company alone. */
function telltales(seen: Seen, genre: Genre, { address }: RoleColumns): readonly string[] {
	const names = seen.genres.get(genre) ?? [];
	const isAlone = names.length < 3 && address !== undefined;
	return isAlone && names.every((name) => ALSO_OF_CONTACTS.test(plainHeader(name))) ? [] : names;
}

/** Headers of other trades that a reading does not explain. */
function strangers(
	seen: Seen,
	against: readonly Genre[],
	columns: RoleColumns,
	spared: readonly Role[]
) {
	const explained = new Set(
		Object.entries(columns)
			.filter(([role]) => spared.includes(role as Role))
			.map(([, column]) => seen.header[column])
	);
	const others = new Set(against.flatMap((genre) => telltales(seen, genre, columns)));
	return [...others].filter((name) => !explained.has(name)).length;
}

/** Whether every column has a part, or is one that any table may have. */
export function isUnderstood(seen: Seen, columns: RoleColumns, more?: RegExp): boolean {
	const used = new Set([...Object.values(columns), ...seen.ofLinks]);
	return seen.header.every(
		(name, column) =>
			used.has(column) || isNeutral(name) || (more?.test(plainHeader(name)) ?? false)
	);
}

/** What speaks for rows being of sends: they name one, as others do. */
export function sendEvidence(seen: Seen, columns: RoleColumns): number {
	const { campaign, campaignName, subject, issue } = columns;
	const column = campaign ?? campaignName ?? issue ?? subject;
	const labelNames = seen.file.labels.some(([label]) => speaksOf(label, 'mail'));
	if (column !== undefined) return differsPerRow(cells(seen, column)) ? -1 : 1;
	return labelNames || isNamed(seen, 'mail') || anySays(seen, 'mail') ? 0.5 : 0;
}

function differsPerRow(values: readonly string[]): boolean {
	return values.length >= 6 && new Set(values).size > 0.9 * values.length;
}

/** What words for events in a column are worth. */
export function wordEvidence(seen: Seen, column: number | undefined): number {
	const all = cells(seen, column);
	const kinds = all.map(eventOf);
	const kept = new Set(kinds.filter((kind) => kind !== null && kind !== 'other'));
	const known = share(all, (cell) => eventOf(cell) !== null);
	if (kept.size === 0) return 0;
	// deliveries and failures alone may be of parcels, open alone of tickets
	const isTold = all.some((cell) => /bounce|rebond/i.test(cell));
	const telling = [...kept].filter((kind) => kind !== 'delivery' && kind !== 'bounce').length;
	const isOpenAlone =
		telling === 1 &&
		kept.has('open') &&
		headerFit(seen.header[column ?? -1] ?? '', 'event') < 1 &&
		all.every((cell, i) => kinds[i] !== 'open' || /^open$/i.test(cell));
	const isMixed = kept.size >= 2 && (telling > 0 || isTold) && !isOpenAlone;
	const worth = isMixed ? 3 : telling > 0 ? 1.5 : 1;
	return known >= 0.8 ? worth : known >= 0.5 ? worth / 2 : 0;
}

/** What headers of other trades take away from a reading. */
export function strange(
	seen: Seen,
	of: keyof typeof hostile,
	columns: RoleColumns,
	spared: readonly Role[] = []
): number {
	return 2 * Math.min(strangers(seen, hostile[of], columns, spared), 3);
}
