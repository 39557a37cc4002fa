import * as v from 'valibot';
import { isZone } from '../../csv/instants/zones.ts';
import { Trouble } from '../../trouble.ts';
import { normalHeader } from '../headers.ts';
import type { RoleColumns, FileFacts, FileKind, Recognition, Role } from '../recogniser.ts';
import { recogniserOf } from './any-file.ts';
import { crossTable } from './shapes/cross-table.ts';
import { namedRoles } from './words/header-words.ts';
import { meanings, withSaidWords } from './words/said-words.ts';
import { wideRoles } from './shapes/wide.ts';

/** What a file that is mapped can hold. */
export const mappedKinds = [
	'opens',
	'clicks',
	'deliveries',
	'events',
	'subscribers',
	'sends',
	'counts',
	'tags',
	'spend',
	'value',
	'placements'
] as FileKind[];

/** What a column can be said to be. */
export const mappedRoles: readonly Role[] = [...namedRoles, ...wideRoles];

const role = v.picklist(mappedRoles as Role[]);

const zone = v.pipe(v.string(), v.check(isZone, 'no such time zone'));

/** A mapping as it is saved, and as `--map FILE` takes it. */
export const columnMap = v.strictObject({
	/** what people call it, in the list of what is remembered */
	name: v.optional(v.pipe(v.string(), v.maxLength(200))),
	kind: v.picklist(mappedKinds),
	provider: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/))),
	/** the header of each role's column; `#3` is the third column, whatever it is called */
	columns: v.record(role, v.string()),
	/** how a column's instants are written, where its cells cannot say */
	dates: v.optional(
		v.record(
			role,
			v.strictObject({ order: v.optional(v.picklist(['dmy', 'mdy'])), zone: v.optional(zone) })
		)
	),
	/** the zone of instants that do not say theirs */
	zone: v.optional(zone),
	/** what happened, for events without a column that says it */
	event: v.optional(
		v.picklist(['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint'])
	),
	/** what words of a column of events or states mean */
	words: v.optional(v.record(v.pipe(v.string(), v.maxLength(200)), v.picklist(meanings))),
	/** the send, or the link, that the whole file is about */
	campaign: v.optional(v.string()),
	url: v.optional(v.string()),
	/** whether amounts are in the currency's minor unit (cents), or in the currency itself, whatever their header says */
	unit: v.optional(v.picklist(['minor', 'major'])),
	/** for lists of subscribers: whoever is absent from one has left */
	complete: v.optional(v.boolean())
});

export type ColumnMap = v.InferOutput<typeof columnMap>;

/** Roles without which a kind of file cannot be read; of an inner list, one is enough. */
const neededRoles: Record<FileKind, readonly (Role | readonly Role[])[]> = {
	opens: ['at', 'address'],
	clicks: ['at', ['url', 'linkName']],
	deliveries: ['at', 'address'],
	events: [
		['at', ...wideRoles],
		['event', ...wideRoles]
	],
	subscribers: ['address'],
	sends: [['campaign', 'campaignName', 'subject', 'issue']],
	counts: [['url', 'linkName', 'address', 'campaign', 'campaignName', 'issue', 'subject']],
	report: ['url'],
	tags: [
		['topics', 'author'],
		['url', 'item', 'issue']
	],
	spend: ['amount'],
	value: [['amount', 'conversions']],
	placements: ['amount']
};

/**
 * Roles without which a file cannot be read, by what it holds. Of a crossed table no column is the amount.
 *
 * @param columns what its columns are said to be, or seem to be
 */
export function neededRolesOf(file: FileFacts, columns: RoleColumns): typeof neededRoles {
	return crossTable(file, columns) ? { ...neededRoles, spend: [], value: [] } : neededRoles;
}

/**
 * Recognises a file by a mapping. Null for a table of a report that the mapping is not about.
 *
 * @throws {Trouble} mapDoesNotFit if a column of the mapping, or one that its kind needs, is missing
 */
export function fromMap(map: ColumnMap, file: FileFacts): Recognition | null {
	const columns = columnsOfMap(map, file);
	const missing = Object.entries(map.columns).find(([role]) => columns[role as Role] === undefined);
	if (missing) {
		if (file.table.title !== null) return null;
		throw new Trouble('mapDoesNotFit', { column: missing[1] });
	}

	const given = new Set<Role>(Object.keys(columns) as Role[]);
	if (map.url !== undefined) given.add('url');
	if (map.event !== undefined) given.add('event');
	for (const need of neededRolesOf(file, columns)[map.kind]) {
		const roles = [need].flat();
		if (!roles.some((role) => given.has(role))) {
			throw new Trouble('mapDoesNotFit', { column: roles.join(' / ') });
		}
	}

	const { provider = 'by-hand', kind, event, campaign, url, unit } = map;
	const { dates, zone, complete, words } = map;
	const plain = recogniserOf(provider, kind, columns, { event, campaign, url, unit });
	const recogniser = words ? withSaidWords(plain, columns, words) : plain;
	return {
		recogniser: {
			...recogniser,
			...(zone !== undefined && { zone: { known: zone } }),
			...(dates !== undefined && { dates }),
			...(complete && { complete })
		},
		columns,
		constants: {
			...(campaign !== undefined && { campaign }),
			...(url !== undefined && { url }),
			...(event !== undefined && { event })
		}
	};
}

/** Where the columns of a mapping are in a file, those that it has. */
export function columnsOfMap(map: ColumnMap, file: FileFacts): RoleColumns {
	const columns: RoleColumns = {};
	for (const [role, header] of Object.entries(map.columns) as [Role, string][]) {
		const column = columnOf(header, file);
		if (column !== undefined) columns[role] = column;
	}
	return columns;
}

function columnOf(header: string, { table }: FileFacts): number | undefined {
	const name = normalHeader(header);
	const column = table.header.findIndex((cell) => normalHeader(cell) === name);
	if (column !== -1) return column;
	const number = Number(/^#(\d+)$/.exec(name)?.[1] ?? NaN);
	return number >= 1 && number <= Math.max(...[table.header, ...table.sample].map((r) => r.length))
		? number - 1
		: undefined;
}
