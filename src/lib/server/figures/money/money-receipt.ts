import type { MoneyKind } from '#lib/money-kinds.ts';
import { nameKey } from '#lib/name-key.ts';
import { renamer } from '#lib/same-names.ts';
import { answersOnMoney, type Import } from '../../store/events/imports.ts';
import { moneyRows, type SpendRow } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Rates } from '#lib/spend/convert.ts';
import { ratesOf, type Publication } from '../../store/publications.ts';
import { acquiredAudience } from './acquired.ts';
import { attribute, attributions, sumsOf } from './attribution.ts';
import { itemFinder } from '../content/item-finder.ts';
import { moneyOf } from './money.ts';
import { statementContent, standingOf } from './standing.ts';

/** What became of rows about money, as of now. Worded under `receipt.money.<code>`. */
export type MoneyOutcome = { code: string; n: number; what?: string };

const KINDS: Record<string, MoneyKind> = {
	spend: 'spend',
	value: 'value',
	placements: 'placement'
};

/**
 * Where the rows of one file about money went: which count, which do not, and why. As of now: a list
 * of readers, a document or a rate that comes later changes it. Empty for other files.
 */
export async function moneyOutcomes(
	db: Db,
	publication: Publication,
	{ id, kind: read, reading }: Import
): Promise<MoneyOutcome[]> {
	const kind = KINDS[read ?? ''];
	if (!kind) return [];
	const all = await moneyRows(db, publication.id, kind);
	const own = all.filter(({ importId }) => importId === id);
	const ids = new Set(own.map((row) => row.id));
	const answers = await answersOnMoney(db, publication.id);
	const standing = standingOf<(typeof all)[number]>(all, answers);
	const content = (row: (typeof all)[number]) => statementContent(row, answers.adds);
	const elsewhere = new Set(all.filter(({ importId }) => importId !== id).map(content));
	const { currency } = publication;

	const outcomes: MoneyOutcome[] = [
		{ code: 'noCurrency', n: Number(reading?.noCurrency ?? 0), what: currency },
		{
			code: 'undated',
			n: own.filter((row) => 'from' in row && (row.from === null || row.to === null)).length
		},
		{ code: 'repeated', n: own.filter((row) => elsewhere.has(content(row))).length },
		{
			code: 'replaced',
			n: [...standing.replaced, ...standing.parts.keys()].filter((row) => ids.has(row.id)).length
		},
		{ code: 'revises', n: answers.adds.has(id) ? 0 : (standing.revising.get(id) ?? 0) },
		{ code: 'held', n: standing.held.filter((row) => ids.has(row.id)).length },
		{ code: 'leftOut', n: own.filter(({ leftOut }) => leftOut).length },
		...foreignOf(own, currency, ratesOf(publication))
	];
	if (kind === 'spend') outcomes.push(...(await spendOutcomes(db, publication, own as SpendRow[])));
	if (kind === 'value') {
		const money = await moneyOf(db, publication);
		const brought = money.brought.filter((row) => ids.has(row.id));
		const sums = sumsOf(attribute({ ...money, brought }, await acquiredAudience(db, publication)));
		for (const to of attributions) outcomes.push({ code: to, n: sums[to].n });
	}
	if (kind === 'placement') {
		const { placed } = await moneyOf(db, publication);
		const mine = placed.filter((row) => ids.has(row.id));
		const find = await itemFinder(
			db,
			publication,
			mine.flatMap(({ urlId }) => urlId ?? [])
		);
		const whys = mine.map((row) => find(row).why ?? 'found');
		for (const code of ['found', 'noIssue', 'noItem', 'ambiguous'] as const)
			outcomes.push({ code, n: whys.filter((why) => why === code).length });
	}
	return outcomes.filter(({ n }) => n > 0);
}

function foreignOf(
	rows: readonly { currency: string | null }[],
	own: string,
	rates: Rates
): MoneyOutcome[] {
	const codes = rows.flatMap(({ currency }) =>
		currency !== null && currency !== own && rates[currency] === undefined ? [currency] : []
	);
	return [...new Set(codes)].map((what) => ({
		code: 'noRate',
		n: codes.filter((code) => code === what).length,
		what
	}));
}

/** Channels that brought nobody, and spend whose dates overlap other spend on the same thing. */
async function spendOutcomes(
	db: Db,
	publication: Publication,
	rows: readonly SpendRow[]
): Promise<MoneyOutcome[]> {
	const { readers, channels } = await acquiredAudience(db, publication);
	const brought = new Set(readers.channel);
	const channelOf = renamer(publication.sameNames, 'channel');
	const unknown = [...new Set(rows.map(({ channel }) => channel))].filter(
		(channel) => channel !== '' && !brought.has(channels.find(channelOf(channel)))
	);
	const series = new Map<string, { from: string; to: string }[]>();
	for (const { channel, campaign, from, to } of rows) {
		if (from === null || to === null) continue;
		const key = `${nameKey(channel)}\n${nameKey(campaign ?? '')}`;
		const spans = series.get(key);
		if (spans) spans.push({ from, to });
		else series.set(key, [{ from, to }]);
	}
	const overlapping = [...series.values()].reduce((n, spans) => n + overlaps(spans), 0);
	return [
		...unknown.map((what) => ({
			code: 'unknownChannel',
			n: rows.filter(({ channel }) => channel === what).length,
			what
		})),
		{ code: 'overlapping', n: overlapping }
	];
}

/** How many spans share a day with another. */
function overlaps(spans: { from: string; to: string }[]): number {
	spans.sort((a, b) => (a.from < b.from ? -1 : 1));
	let furthest = '';
	return spans.filter(({ from, to }, i) => {
		const before = from <= furthest;
		const after = i + 1 < spans.length && spans[i + 1]!.from <= to;
		if (to > furthest) furthest = to;
		return before || after;
	}).length;
}
