import { changeOfMeans } from '#lib/measure/stats/change-of-means.ts';
import { quantile } from '#lib/measure/stats/quantile.ts';
import { pricesByPosition } from '#lib/spend/price-list.ts';
import { per } from '../money/channel-rows.ts';
import { unsaid, type League } from '../content/league.ts';
import type { Estimate, ItemRow } from '../content/rows.ts';
import type { SponsorRow } from './sponsors.ts';

/** Placements that were found, together. */
export type PlacedTotal = {
	placements: number;
	/** of these, with a fee; and their fees */
	priced: number;
	fee: number;
	currency: string;
	/** readers, counted once a placement, and of how many placements they are known */
	clickers: number;
	counted: number;
	delivered: number;
	rate: number | null;
	/** the average for their positions among sponsors, summed */
	expected: number | null;
	/** placements whose fee and clickers are both known, and their fees: what costs are of */
	costed: number;
	costedFee: number;
	perClicker: number | null;
	perThousandDelivered: number | null;
	/** share of all clicks that were set aside; null where none is known */
	setAside: number | null;
};

/** All placements of one sponsor that were found, together, with the mean of their lifts. */
export type SponsorTotal = PlacedTotal & Estimate & { sponsor: string };

/** Sponsors among themselves, by the lift of their placements: never ranked against what editors write. */
export function leagueBySponsor(
	rows: readonly SponsorRow[],
	league: Pick<League, 'together'>,
	currency: string
): SponsorTotal[] {
	const names = [...new Set(rows.map(({ sponsor }) => sponsor))];
	return names
		.map((sponsor) => {
			const own = rows.filter((row) => row.sponsor === sponsor);
			return { sponsor, ...placedTotal(own, currency), ...liftOf(own, league) };
		})
		.sort((a, b) => (b.lift ?? 0) - (a.lift ?? 0) || b.fee - a.fee);
}

/** The mean of the placements' lifts; why none has one. */
function liftOf(rows: readonly SponsorRow[], { together }: Pick<League, 'together'>): Estimate {
	const told = rows.filter(({ lift }) => lift !== null).flatMap(({ itemId }) => itemId ?? []);
	return together(told) ?? unsaid(rows[0]!.why ?? 'noModel');
}

/** Sums of placements that an item was found for. */
export function placedTotal(rows: readonly SponsorRow[], currency: string): PlacedTotal {
	const sum = (of: readonly SponsorRow[], pick: (row: SponsorRow) => number | null) =>
		of.reduce((total, row) => total + (pick(row) ?? 0), 0);
	const clickersOf = (of: readonly SponsorRow[]) => sum(of, (row) => row.clickers);
	const deliveredOf = (of: readonly SponsorRow[]) => sum(of, (row) => row.delivered);

	const priced = rows.filter(({ fee }) => fee !== null);
	// a fee whose clickers nobody knows would make those of the others dearer
	const costed = priced.filter(({ clickers }) => clickers !== null);
	const counted = rows.filter(({ clickers }) => clickers !== null);
	const fitted = counted.filter(({ expected }) => expected !== null);
	const judged = rows.filter(({ clicks, allClicks }) => clicks !== null && allClicks !== null);
	const costedFee = sum(costed, (row) => row.fee);
	const all = sum(judged, (row) => row.allClicks);

	return {
		placements: rows.length,
		priced: priced.length,
		fee: sum(priced, (row) => row.fee),
		currency,
		clickers: clickersOf(counted),
		counted: counted.length,
		delivered: deliveredOf(rows),
		rate: deliveredOf(counted) ? clickersOf(counted) / deliveredOf(counted) : null,
		expected: fitted.length ? sum(fitted, (row) => row.expected) : null,
		costed: costed.length,
		costedFee,
		perClicker: costed.length ? per(costedFee, clickersOf(costed)) : null,
		perThousandDelivered: priced.length
			? per(1000 * sum(priced, (row) => row.fee), deliveredOf(priced))
			: null,
		setAside: all ? (all - sum(judged, (row) => row.clicks)) / all : null
	};
}

/** A range of prices: the middle half, and the middle. */
type Range = { low: number; mid: number; high: number };

/** What a position could be sold for, by what it was sold for. */
export type Price = {
	position: number;
	/** placements behind it, with a fee above 0, in issues that are closed */
	n: number;
	enough: boolean;
	perClicker: Range | null;
	perThousandDelivered: Range | null;
	/** the average of the position in the latest issues that a sponsor stood there, and readers that these reach */
	expected: number | null;
	delivered: number | null;
	/** a price for the next one: at what a thousand delivered went for, and at what a clicker did */
	byDelivered: Range | null;
	byClickers: Range | null;
};

/** Fewer sales do not make a price. */
const leastSales = 5;
/** The latest issues say what the next one reaches. */
const latest = 8;

/** Prices by position from one's own history: quantiles of what was paid, at what the next issue reaches. */
export function priceList(rows: readonly SponsorRow[], items: readonly ItemRow[]): Price[] {
	// a place that was given away was not sold
	const sold = rows.flatMap(({ position, fee, clickers, delivered, open }) =>
		position !== null && fee && clickers !== null && delivered && !open
			? [{ position, fee, clickers, delivered }]
			: []
	);
	const reached = [...new Map(items.map((item) => [item.issueId, item.delivered])).values()]
		.flatMap((delivered) => delivered ?? [])
		.slice(-latest)
		.sort((a, b) => a - b);
	const delivered = reached.length ? Math.round(quantile(reached, 0.5)) : null;

	return pricesByPosition(sold).map(({ position, n, perClicker, perThousand }) => {
		const usual = rows
			.filter((row) => row.position === position && row.expected !== null)
			.slice(0, latest)
			.map(({ expected }) => expected!)
			.sort((a, b) => a - b);
		const expected = usual.length ? quantile(usual, 0.5) : null;
		const enough = n >= leastSales;
		const clicker = rangeOf(perClicker);
		const thousand = rangeOf(perThousand);
		return {
			position,
			n,
			enough,
			perClicker: clicker && rounded(clicker, 1),
			perThousandDelivered: thousand && rounded(thousand, 1),
			expected,
			delivered,
			byDelivered: enough && thousand && delivered ? rounded(thousand, delivered / 1000) : null,
			byClickers: enough && clicker && expected ? rounded(clicker, expected) : null
		};
	});
}

function rangeOf(sorted: readonly number[]): Range | null {
	if (sorted.length === 0) return null;
	return {
		low: quantile(sorted, 0.25),
		mid: quantile(sorted, 0.5),
		high: quantile(sorted, 0.75)
	};
}

function rounded({ low, mid, high }: Range, times: number): Range {
	return {
		low: Math.round(low * times),
		mid: Math.round(mid * times),
		high: Math.round(high * times)
	};
}

/** Editorial clicks below a sponsor, against the same positions in issues without one. */
export type Above = {
	/** issues with a sponsor, and without */
	with: number;
	without: number;
	/** positions looked at: those from here on */
	from: number;
	/** clickers ÷ expected clickers with a sponsor above, over the same without; ends of its 90 % interval */
	ratio: number;
	low: number | null;
	high: number | null;
};

/**
 * How items below the place where sponsors usually stand do, with a sponsor above them and without: an
 * association over issues, since which issues are sold is nobody's coin toss. Null without both kinds.
 */
export function sponsorAbove(items: readonly ItemRow[]): Above | null {
	const places = items.flatMap(({ role, position }) =>
		role === 'sponsor' && position !== null ? [position] : []
	);
	if (places.length === 0) return null;
	const place = quantile(
		places.sort((a, b) => a - b),
		0.5
	);
	const from = Math.ceil(place);

	const logs: { with: number[]; without: number[] } = { with: [], without: [] };
	for (const issue of new Set(items.map(({ issueId }) => issueId))) {
		const own = items.filter(({ issueId }) => issueId === issue);
		const below = own.filter(
			({ role, position, clickers, expected }) =>
				role === 'editorial' &&
				position !== null &&
				position >= from &&
				clickers !== null &&
				expected
		);
		const clickers = below.reduce((sum, row) => sum + row.clickers!, 0);
		const expected = below.reduce((sum, row) => sum + row.expected!, 0);
		if (clickers === 0 || expected === 0) continue;
		const sold = own.some(
			({ role, position }) => role === 'sponsor' && position !== null && position <= from
		);
		logs[sold ? 'with' : 'without'].push(Math.log(clickers / expected));
	}
	const change = changeOfMeans(logs.without, logs.with);
	return (
		change && {
			with: logs.with.length,
			without: logs.without.length,
			from,
			ratio: Math.exp(change.change),
			low: change.low === null ? null : Math.exp(change.low),
			high: change.high === null ? null : Math.exp(change.high)
		}
	);
}
