import { convert } from '#lib/spend/convert.ts';
import { countOnce } from '#lib/spend/once.ts';
import { laterDays } from '#lib/spend/later-days.ts';
import { withoutRevised } from '#lib/spend/revised.ts';
import { refundsOnSales } from '#lib/spend/refunds.ts';
import { dayNumber, partOf } from '#lib/spend/spread.ts';
import { nameKey } from '#lib/name-key.ts';
import { namedKinds, renamer } from '#lib/same-names.ts';
import { importsBeside, listImports, unpricedRows } from '../../store/events/imports.ts';
import {
	moneyRows,
	type MoneyKind,
	type PlacementRow,
	type SpendRow,
	type ValueRow
} from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { derived } from '../archive.ts';

/** Money in the publication's own currency, on local days since 1970, both counted. */
export type Dated = { amount: number; from: number; to: number };

export type Spent = Dated & { id: number; channel: string; campaign: string | null };

export type Brought = Dated &
	Pick<
		ValueRow,
		'id' | 'kind' | 'readerId' | 'channel' | 'campaign' | 'issue' | 'urlId' | 'sessions'
	> & { conversions: number };

/** A placement; its fee is null where nobody says it, or where its currency has no rate. */
export type Placed = Pick<
	PlacementRow,
	'id' | 'sponsor' | 'issue' | 'item' | 'urlId' | 'guaranteedClicks'
> & {
	fee: number | null;
	/** the sponsor as the file writes it */
	written: string;
};

/** What no figure holds, and why: shown in a footnote. */
export type Aside = {
	/** no date: they cannot be told apart by month */
	undated: Record<'spend' | 'value', number>;
	/** no amount, or no fee */
	unpriced: number;
	/** in a currency without a rate: amounts in its own minor units */
	noRate: { currency: string; n: number; amount: number }[];
	/** stated by several files, counted once */
	repeated: number;
	/** a later file says another amount of the same, or of some of its days: that one counts */
	replaced: number;
	/** a person said that they do not count */
	leftOut: number;
};

type Rename = (name: string) => string;

export type Money = { spent: Spent[]; brought: Brought[]; placed: Placed[]; aside: Aside };

/** All that files and people say about money, each statement once, in the publication's currency. */
export function moneyOf(db: Db, publication: Publication): Promise<Money> {
	return derived(db, publication, 'money', () => readMoney(db, publication));
}

type Statement = SpendRow | ValueRow | PlacementRow;

/** What makes two statements the same; those of an account of its own are nobody else's. */
export function contentOf(row: Statement, beside: ReadonlySet<number>): string {
	const own = row.importId !== null && beside.has(row.importId) ? row.importId : 0;
	return JSON.stringify({ ...row, id: 0, importId: own, leftOut: false });
}

/** Statements that count, and what later files took from others. */
type Standing<Row> = {
	rows: Row[];
	replaced: Row[];
	/** of rows that keep some of their days alone: which, as numbers of days, both counted */
	parts: Map<Row, { from: number; to: number }[]>;
	/** how many statements of others each file replaced or cut */
	revising: Map<number, number>;
};

/**
 * Statements but for those that a revised export replaced: of the same dates, or of some of them.
 *
 * @param beside files of accounts of their own: they replace nothing and nothing replaces them
 */
export function standingOf<Row extends Statement>(
	rows: readonly Row[],
	beside: ReadonlySet<number>
): Standing<Row> {
	const unless = (subject: (row: Row) => string | null) => (row: Row) =>
		row.importId !== null && beside.has(row.importId) ? null : subject(row);
	const content = (row: Row) => contentOf(row, beside);
	const revised = withoutRevised(rows, unless(subjectOf), content);
	const later = laterDays(
		revised.rows.map((row) => dated(row)),
		({ row }) => unless(seriesOf)(row),
		({ row }) => content(row)
	);
	const gone = new Map(revised.replaced);
	const parts: Standing<Row>['parts'] = new Map();
	const revising = new Map<number, number>();
	for (const [{ row }, { kept, by }] of later) {
		if (kept.length === 0) gone.set(row, by);
		else parts.set(row, kept);
		if (kept.length > 0) revising.set(by, (revising.get(by) ?? 0) + 1);
	}
	for (const by of gone.values()) revising.set(by, (revising.get(by) ?? 0) + 1);
	return {
		rows: rows.filter((row) => !gone.has(row)),
		replaced: [...gone.keys()],
		parts,
		revising
	};
}

/** A row as what may overlap with others. */
function dated<Row extends Statement>(row: Row) {
	const { importId, leftOut } = row;
	const { from, to } = 'from' in row ? row : { from: null, to: null };
	return { row, importId, leftOut, from, to };
}

/** What spend is on, whenever; null for all else: two sales of a month are two. */
function seriesOf(row: Statement): string | null {
	if ('sponsor' in row || 'readerId' in row) return null;
	const of = [row.channel, row.campaign ?? ''].map(nameKey);
	return JSON.stringify([...of, row.campaign === null, row.currency]);
}

/**
 * Files that replaced amounts of others of which nobody has said whether they are of an account of
 * their own, the latest first, each with how many.
 */
export async function openRevisions(db: Db, { id }: Publication): Promise<Revision[]> {
	const beside = await importsBeside(db, id);
	const revising = new Map<number, number>();
	for (const kind of ['spend', 'value', 'placement'] as const)
		for (const [file, n] of standingOf(await moneyRows(db, id, kind), beside).revising)
			revising.set(file, (revising.get(file) ?? 0) + n);
	if (revising.size === 0) return [];
	return (await listImports(db, id)).flatMap(({ id, name, reading }) => {
		const n = reading?.beside === undefined ? revising.get(id) : undefined;
		return n === undefined ? [] : [{ id, file: name, n }];
	});
}

/** A file that replaced amounts of others. */
export type Revision = { id: number; file: string; n: number };

/** What a statement is about, without its amount; null where several may hold beside each other. */
function subjectOf(row: SpendRow | ValueRow | PlacementRow): string | null {
	const of = (...words: (string | number | null)[]) =>
		JSON.stringify(words.map((word) => (typeof word === 'string' ? nameKey(word) : word)));
	if ('sponsor' in row) {
		const { sponsor, issue, item, urlId, currency } = row;
		return issue === null && urlId === null ? null : of(sponsor, issue, item, urlId, currency);
	}
	if (row.from === null || row.to === null) return null;
	if (!('readerId' in row)) return of(row.channel, row.campaign, row.from, row.to, row.currency);
	// two sales of a day are two; a sum over days is one statement
	const { readerId, channel, campaign, issue, urlId, kind, from, to, currency } = row;
	if (readerId !== null || from === to) return null;
	return of(kind, channel, campaign, issue, urlId, from, to, currency);
}

async function readMoney(db: Db, { id, currency, rates, sameNames }: Publication): Promise<Money> {
	const [channelOf, campaignOf, sponsorOf] = namedKinds.map((kind) => renamer(sameNames, kind)) as [
		Rename,
		Rename,
		Rename
	];
	const orNull = (rename: Rename, name: string | null) => (name === null ? null : rename(name));
	const aside: Aside = {
		undated: { spend: 0, value: 0 },
		unpriced: await unpricedRows(db, id),
		noRate: [],
		repeated: 0,
		replaced: 0,
		leftOut: 0
	};
	const beside = await importsBeside(db, id);
	const counted = async <Kind extends MoneyKind>(kind: Kind) => {
		const standing = standingOf(await moneyRows(db, id, kind), beside);
		const once = countOnce(standing.rows, (row) => contentOf(row, beside));
		aside.replaced += standing.replaced.length + standing.parts.size;
		aside.repeated += once.repeated;
		aside.leftOut += once.leftOut;
		return { counted: once.counted, parts: standing.parts };
	};
	const own = (amount: number, foreign: string): number | null => {
		const converted = convert(amount, foreign, currency, rates);
		if (converted === null) {
			const known = aside.noRate.find((one) => one.currency === foreign);
			if (known) {
				known.n++;
				known.amount += amount;
			} else aside.noRate.push({ currency: foreign, n: 1, amount });
		}
		return converted;
	};
	/** Days and own currency, or null for what is counted aside. */
	const flatOf = (row: SpendRow | ValueRow, kind: 'spend' | 'value'): Dated | null => {
		if (row.from === null || row.to === null) {
			aside.undated[kind]++;
			return null;
		}
		const amount = own(row.amount, row.currency);
		return amount === null ? null : { amount, from: dayNumber(row.from), to: dayNumber(row.to) };
	};

	const spending = await counted('spend');
	const spent = spending.counted.flatMap((row): Spent[] => {
		const flat = flatOf(row, 'spend');
		if (!flat) return [];
		const channel = channelOf(row.channel);
		const campaign = orNull(campaignOf, row.campaign);
		return (spending.parts.get(row) ?? [flat]).map(({ from, to }) => ({
			...{ id: row.id, channel, campaign, from, to },
			amount: partOf(flat, from, to)
		}));
	});
	const brought = (await counted('value')).counted.flatMap((row): Brought[] => {
		const flat = flatOf(row, 'value');
		const { id, kind, readerId, issue, urlId, sessions } = row;
		const channel = orNull(channelOf, row.channel);
		const campaign = orNull(campaignOf, row.campaign);
		const conversions = row.conversions ?? (row.amount > 0 ? 1 : 0);
		return flat
			? [{ ...flat, id, kind, readerId, channel, campaign, issue, urlId, sessions, conversions }]
			: [];
	});
	const placed = (await counted('placement')).counted.map((row): Placed => {
		const { id, sponsor: written, issue, item, urlId, guaranteedClicks } = row;
		const sponsor = sponsorOf(written);
		if (row.fee === null) aside.unpriced++;
		const fee = row.fee === null ? null : own(row.fee, row.currency ?? currency);
		return { id, sponsor, written, issue, item, urlId, guaranteedClicks, fee };
	});
	return { spent, brought: refundsOnSales(brought), placed, aside };
}
