import type { MoneyKind } from '#lib/money-kinds.ts';
import { hasPeriod } from '#lib/filters/narrowing.ts';
import { issueLabel } from '#lib/issue-label.ts';
import { nameKey } from '#lib/name-key.ts';
import { countOnce } from '#lib/spend/once.ts';
import { answersOnMoney, listImports } from '../../store/events/imports.ts';
import { moneyRows, type PlacementRow, type SpendRow, type ValueRow } from '../../store/money.ts';
import { sectionsOf } from '../../store/content/items.ts';
import type { Db } from '../../store/sql/open.ts';
import { costsOf, ratesOf, type Publication } from '../../store/publications.ts';
import type { Costs } from '../../store/schema/publication.ts';
import { beside } from '../beside.ts';
import { filterChoices } from '../choices.ts';
import { Names } from './acquired.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { dateOf, ledgerPeriod } from './ledger-period.ts';
import { monthTotals, type MonthTotal } from './month-totals.ts';
import { moneyOfPeriod } from './period-days.ts';
import { statementContent, standingOf } from './standing.ts';

/** A statement about money as people see it: who says it, and whether it counts. */
export type LedgerRow<Row> = Omit<Row, 'readerId' | 'publicationId'> & {
	/** the file it came in; null for what a person typed */
	file: string | null;
	/** another file states the same, and that one counts */
	repeated: boolean;
	/** a later file says another amount of the same, and that one counts */
	replaced: boolean;
	/** it counts, and so does what seems the same: typed here and given by a file there */
	twice: boolean;
	/** it counts, and so does another row of its file for the same placement */
	twiceInFile: boolean;
	/** waits until somebody says whether it adds to others of the same days */
	held: boolean;
	/** of value: a reader is known; who stays unsaid */
	ofReader: boolean;
};

export type LedgerFigures = {
	spend: LedgerRow<SpendRow>[];
	value: LedgerRow<ValueRow>[];
	placement: LedgerRow<PlacementRow>[];
	/** by month and channel, in the publication's currency; without what has no date or no rate */
	totals: MonthTotal[];
	/** all of these together */
	sum: Sum;
	/** of that, what is of days after the last that Channels counts; null where nothing is, or a period is asked for */
	beyond: (Sum & { day: string }) | null;
	/** how many statements are kept, whatever is asked for, and whether some of them are */
	kept: Record<MoneyKind, number>;
	narrowed: Record<'dated' | 'channelled', boolean>;
	/** names that are known already, so that they are not written another way */
	known: Known;
	/** every foreign currency that a statement names or a rate is given for */
	foreign: { currency: string; rate: string | null; n: number }[];
	/** what making items costs, in the publication's currency */
	costs: Costs;
	sections: { id: number; title: string }[];
};

type Sum = Pick<MonthTotal, 'spend' | 'value'>;
export type { MonthTotal };

type Known = Record<'channel' | 'campaign' | 'sponsor' | 'label' | 'issue', string[]>;

/** As many names of a kind as a form can propose. */
const MOST_NAMES = 200;

/** Statements about money, the latest first, as they are kept: those of the period and channel asked for. */
export async function ledgerFigures(
	db: Db,
	publication: Publication,
	filters: Filters = everything,
	now = Date.now()
): Promise<LedgerFigures> {
	const { id } = publication;
	const files = new Map(
		(await listImports(db, id)).map((row) => [
			row.id,
			row.container ? `${row.container}/${row.name}` : row.name
		])
	);
	const answers = await answersOnMoney(db, id);
	const list = async <Kind extends MoneyKind>(kind: Kind) =>
		statements(await moneyRows(db, id, kind), answers, files);
	const [spend, value, placement] = [
		(await list('spend')) as LedgerRow<SpendRow>[],
		(await list('value')) as unknown as LedgerRow<ValueRow>[],
		(await list('placement')) as LedgerRow<PlacementRow>[]
	];
	const { issues } = await filterChoices(db, publication);
	const sums = await sumsOf(db, publication, filters, now);
	const { totals, channels, campaigns } = sums;
	const {
		dated: inPeriod,
		channelled,
		...period
	} = await ledgerPeriod(db, publication, filters, placement, sums.until);
	const dated = [...spend, ...value];
	return {
		spend: spend.filter(period.isOf),
		value: value.filter(period.isOf),
		placement: placement.filter((row) => period.isPlaced(row)),
		totals,
		sum: sumOf(totals),
		beyond: sums.beyond.length ? { ...sumOf(sums.beyond), day: dateOf(sums.until) } : null,
		kept: { spend: spend.length, value: value.length, placement: placement.length },
		narrowed: { dated: inPeriod, channelled },
		known: {
			channel: namesOf(
				channels,
				dated.map(({ channel }) => channel)
			),
			campaign: namesOf(
				campaigns,
				dated.map(({ campaign }) => campaign)
			),
			sponsor: namesOf(placement.map(({ sponsor }) => sponsor)),
			label: namesOf(value.map(({ kind }) => kind)),
			issue: issues.slice(0, MOST_NAMES).map(issueLabel)
		},
		foreign: foreignOf([...dated, ...placement], publication),
		costs: costsOf(publication),
		sections: await sectionsToCost(db, publication)
	};
}

/** Sections that costs of making items can be given for. */
export async function sectionsToCost(
	db: Db,
	{ id }: Publication
): Promise<LedgerFigures['sections']> {
	return (await sectionsOf(db, id)).map(({ id, title }) => ({ id, title }));
}

/** Statements as people see them, the latest first: where each comes from, and whether it counts. */
function statements<Row extends SpendRow | ValueRow | PlacementRow>(
	rows: readonly Row[],
	answers: Awaited<ReturnType<typeof answersOnMoney>>,
	files: ReadonlyMap<number, string>
) {
	const standing = standingOf(rows, answers);
	const replaced = new Set(standing.replaced.map((row) => row.id));
	const held = new Set(standing.held.map((row) => row.id));
	const once = countOnce(standing.rows, (row) => statementContent(row, answers.adds));
	const counted = new Set(once.counted.map((row) => row.id));
	const twice = typedAndGiven(once.counted);
	const twiceInFile = placedTwice(once.counted);
	return latestFirst(rows).map((row) => {
		const { publicationId: _, ...said } = row;
		const { readerId, ...rest } = { readerId: null, ...said };
		return {
			...rest,
			file: row.importId === null ? null : (files.get(row.importId) ?? ''),
			repeated: !row.leftOut && !counted.has(row.id) && !replaced.has(row.id) && !held.has(row.id),
			replaced: replaced.has(row.id),
			twice: twice.has(row.id),
			twiceInFile: twiceInFile.has(row.id),
			held: held.has(row.id),
			ofReader: readerId !== null
		};
	});
}

/** Rows that say what another one says, where a person typed one and a file gave the other. */
function typedAndGiven(rows: readonly (SpendRow | ValueRow | PlacementRow)[]): Set<number> {
	const alike = new Map<string, (typeof rows)[number][]>();
	for (const row of rows) {
		// of a sponsor in an issue the price may differ
		const what =
			'sponsor' in row
				? JSON.stringify([nameKey(row.sponsor), row.issue && nameKey(row.issue)])
				: statementContent(row, new Set());
		alike.set(what, [...(alike.get(what) ?? []), row]);
	}
	const both = [...alike.values()].filter(
		(group) =>
			group.some(({ importId }) => importId === null) &&
			group.some(({ importId }) => importId !== null)
	);
	return new Set(both.flat().map(({ id }) => id));
}

/** Rows of one file for one placement: a sponsor's, of one item of one issue. */
function placedTwice(rows: readonly (SpendRow | ValueRow | PlacementRow)[]): Set<number> {
	const alike = new Map<string, number[]>();
	for (const row of rows) {
		if (!('sponsor' in row) || row.importId === null) continue;
		const { importId, sponsor, issue, item, urlId } = row;
		// nothing tells two of a sponsor apart
		if (issue === null && urlId === null) continue;
		const names = [sponsor, issue ?? '', item ?? ''].map(nameKey);
		const what = JSON.stringify([importId, urlId, ...names]);
		alike.set(what, [...(alike.get(what) ?? []), row.id]);
	}
	return new Set([...alike.values()].filter((ids) => ids.length > 1).flat());
}

/** Currencies that a statement names or a rate is given for, beside the publication's own. */
function foreignOf(
	rows: readonly { currency: string | null }[],
	publication: Publication
): LedgerFigures['foreign'] {
	const rates = ratesOf(publication);
	const counts = new Map<string, number>(Object.keys(rates).map((code) => [code, 0]));
	for (const { currency } of rows)
		if (currency !== null && currency !== publication.currency)
			counts.set(currency, (counts.get(currency) ?? 0) + 1);
	return [...counts]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([currency, n]) => ({ currency, n, rate: rates[currency] ?? null }));
}

/** By the days that they are of, then as they came; what has no day stands as it came. */
function latestFirst<Row extends { id: number }>(rows: readonly Row[]): Row[] {
	const day = (row: Row & { from?: string | null }) => row.from ?? '';
	return rows.toSorted((a, b) => (day(a) === day(b) ? b.id - a.id : day(a) < day(b) ? 1 : -1));
}

/** What a large archive needs long for: sums by month, and the names of channels that readers came by. */
const sumsOf = beside(
	'ledger',
	async (db: Db, publication: Publication, filters: Filters, now: number) => {
		const { audience, money, period } = await moneyOfPeriod(db, publication, filters, now);
		// all rows are summed as they stand, a period's on the days that its channels are told of
		const days = hasPeriod(filters) ? period : { from: -Infinity, to: Infinity };
		return {
			totals: monthTotals(money, { ...days, channel: filters.channel }),
			beyond: hasPeriod(filters)
				? []
				: monthTotals(money, { ...days, from: period.to + 1, channel: filters.channel }),
			until: period.to,
			channels: audience.channels.names,
			campaigns: audience.campaigns.names
		};
	}
);

function sumOf(rows: readonly Sum[]): Sum {
	const sum = (of: keyof Sum) => rows.reduce((all, row) => all + row[of], 0);
	return { spend: sum('spend'), value: sum('value') };
}

/** Names as they were first written, in order; another way to write one of them is left out. */
function namesOf(...lists: readonly (readonly (string | null)[])[]): string[] {
	const names = new Names();
	for (const name of lists.flat()) if (name !== null) names.of(name);
	return names.names.toSorted((a, b) => a.localeCompare(b)).slice(0, MOST_NAMES);
}
