import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { expectedAt } from '#lib/measure/lift/forecast-basis.ts';
import { fitLift, METHOD, type LiftFit } from '#lib/measure/lift/lift.ts';
import { otherRoles, type OtherRoles } from '#lib/measure/lift/other-roles.ts';
import { leagueInput, type LeagueInput, type LeagueName } from './league-input.ts';
import type { FitFacts } from './archive.ts';
import { fitTopicTimes, type TopicTimes } from './topic-times.ts';

export type { LeagueName };

/** One league's fit over the whole history, as stored. */
export type KeptFit = Pick<LeagueInput, 'keys' | 'countsOnly' | 'byClicks' | 'measured'> & {
	/** null if no item can be fitted */
	fit: LiftFit | null;
	/** null for a league without topics */
	times: TopicTimes | null;
	/** what items of other roles get at positions of this league's */
	others: OtherRoles;
};

/** Ranks depend on random draws: a fixed seed makes them the same every time. */
const options = { seed: 20_26, draws: 1000 };

/** A league ready to be fitted, named by everything that its fit depends on. */
export type Prepared = LeagueInput & { name: string };

/** Prepares a league for its fit, under a name that changes with anything the fit depends on. */
export function prepared(archive: FitFacts, name: LeagueName): Prepared {
	const league = leagueInput(archive, name);
	const { input, keys, sentAt, countsOnly, others, machines, measured } = league;
	const { items, issues, topics, sections, authors } = keys;
	const ids = [items, issues, topics, sections].map((some) => [...some]);
	const digest = createHash('sha256')
		.update(
			JSON.stringify([METHOD, input, ids, authors, sentAt, countsOnly, others, machines, measured])
		)
		.digest('hex');
	return { ...league, name: digest };
}

/** Fits a league. This is slow: some tenths of a second for thousands of items. */
export function fitLeague(league: Prepared): KeptFit {
	const { input, keys, countsOnly, byClicks, measured, machines, others } = league;
	const thinned = input.items.length ? fitLift(input, options) : null;
	// expected clicks are shown beside the export's counts, so machines' clicks are added back
	const fit = thinned && {
		...thinned,
		items: thinned.items.map((row, i) => ({
			...row,
			expected: row.expected / machines[i]!.weight + machines[i]!.floor
		}))
	};
	const times =
		fit && input.items.some(({ topics }) => topics.length) ? fitTopicTimes(league, fit) : null;
	const held = others.map((item) => ({
		...item,
		expected: fit ? expectedAt(fit.basis, item) : 0
	}));
	return { keys, countsOnly, byClicks, measured, fit, times, others: otherRoles(held) };
}

/** Packs a fit into bytes. Its many numbers are stored as columns, in a tenth of their size as text. */
export function packedFit({ fit, ...rest }: KeptFit): Buffer {
	const tables = fit && Object.fromEntries(tableNames.map((name) => [name, columnsOf(fit[name])]));
	return serialize({ method: METHOD, ...rest, fit: fit && { ...fit, ...tables } });
}

/**
 * Unpacks a fit; null if another version of the method made it.
 *
 * @throws {Error} if `packedFit` did not make the bytes
 */
export function unpacked(body: Uint8Array): KeptFit | null {
	const { method, fit, ...rest } = deserialize(body);
	if (method !== METHOD) return null;
	if (!fit) return { ...rest, fit };
	const tables = Object.fromEntries(tableNames.map((name) => [name, rowsOf(fit[name])]));
	return { ...rest, fit: { ...fit, ...tables } };
}

const tableNames = ['items', 'topics', 'authors', 'sections', 'issues'] as const;

type Row = Record<string, number | string | boolean | null>;
type Table = { length: number; columns: Record<string, Float64Array | Row[string][]> };

/** Turns rows into columns of numbers, in which NaN stands for null. */
function columnsOf(rows: readonly Row[]): Table {
	const columns: Table['columns'] = {};
	for (const name of Object.keys(rows[0] ?? {})) {
		const values = rows.map((row) => row[name]!);
		columns[name] = values.every((value) => value === null || typeof value === 'number')
			? Float64Array.from(values, (value) => value ?? NaN)
			: values;
	}
	return { length: rows.length, columns };
}

function rowsOf({ length, columns }: Table): Row[] {
	const names = Object.keys(columns);
	return Array.from({ length }, (_, i) => {
		const row: Row = {};
		for (const name of names) {
			const value = columns[name]![i]!;
			row[name] = Number.isNaN(value) ? null : value;
		}
		return row;
	});
}
