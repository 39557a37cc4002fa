import { shareSetAside } from '#lib/findings/click-shares.ts';
import { changeOfMeans } from '#lib/measure/stats/change-of-means.ts';
import { quantile } from '#lib/measure/stats/quantile.ts';
import { pricesByPosition } from '#lib/spend/price-list.ts';
import { per } from '../money/channel-rows.ts';
import { unsaid, type League } from '../content/league.ts';
import type { Estimate, ItemRow } from '../content/rows.ts';
import type { SponsorRow } from './sponsors.ts';

/** Placements with an item, added up. */
export type PlacedTotal = {
	placements: number;
	/** those of them with a fee; and their fees */
	priced: number;
	fee: number;
	currency: string;
	/** readers, counted once per placement, and the number of placements with known clickers */
	clickers: number;
	counted: number;
	delivered: number;
	rate: number | null;
	/** the sponsors' average for their positions, added up */
	expected: number | null;
	/** placements with known fee and clickers, and their fees: the basis of costs */
	costed: number;
	costedFee: number;
	perClicker: number | null;
	perThousandDelivered: number | null;
	/** share of all clicks that were filtered; null if no clicks are known */
	setAside: number | null;
};

/** All placements of one sponsor with an item, added up, with the mean of their lifts. */
export type SponsorTotal = PlacedTotal & Estimate & { sponsor: string };

/** Sponsors by the lift of their placements, which are never ranked against editorial items. */
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

/** The mean of the placements' lifts, or why none has one. */
function liftOf(rows: readonly SponsorRow[], { together }: Pick<League, 'together'>): Estimate {
	const told = rows.filter(({ lift }) => lift !== null).flatMap(({ itemId }) => itemId ?? []);
	// that clicks of one placement are unknown is no reason against the others
	const known = rows.find(({ clickers }) => clickers !== null) ?? rows[0]!;
	return together(told) ?? unsaid(known.why ?? 'noModel');
}

/** Sums of placements with an item. */
export function placedTotal(rows: readonly SponsorRow[], currency: string): PlacedTotal {
	const sum = (of: readonly SponsorRow[], pick: (row: SponsorRow) => number | null) =>
		of.reduce((total, row) => total + (pick(row) ?? 0), 0);
	const clickersOf = (of: readonly SponsorRow[]) => sum(of, (row) => row.clickers);
	const deliveredOf = (of: readonly SponsorRow[]) => sum(of, (row) => row.delivered);

	const priced = rows.filter(({ fee }) => fee !== null);
	// fees without known clickers would make those of the others seem more expensive
	const costed = priced.filter(({ clickers }) => clickers !== null);
	const counted = rows.filter(({ clickers }) => clickers !== null);
	const fitted = counted.filter(({ expected }) => expected !== null);
	const costedFee = sum(costed, (row) => row.fee);

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
		setAside: shareSetAside(rows)
	};
}

/** A range of prices: the middle half, and the median. */
type Range = { low: number; mid: number; high: number };

/** A suggested price for a position, from past sales. */
export type Price = {
	position: number;
	/** number of past placements with a fee above 0, in closed issues */
	n: number;
	enough: boolean;
	perClicker: Range | null;
	perThousandDelivered: Range | null;
	/**
	 * the average of the position in the latest issues with a sponsor there, and the readers that these reach
	 */
	expected: number | null;
	delivered: number | null;
	/** prices for the next placement: from past prices per thousand delivered, and per clicker */
	byDelivered: Range | null;
	byClickers: Range | null;
};

/** Fewer sales are not enough for a price. */
const leastSales = 5;
/** The latest issues show what the next one will reach. */
const latest = 8;

/**
 * Prices by position from the publication's own sales: quantiles of past prices, at the next issue's reach.
 */
export function priceList(rows: readonly SponsorRow[], items: readonly ItemRow[]): Price[] {
	// a free placement was not sold
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

/** Editorial clicks below a sponsor, compared with the same positions in issues without one. */
export type Above = {
	/** issues with a sponsor, and without */
	with: number;
	without: number;
	/** positions from this one on are compared */
	from: number;
	/** clickers ÷ expected clickers below a sponsor, over the same without one; ends of its 90 % interval */
	ratio: number;
	low: number | null;
	high: number | null;
};

/**
 * How items below the sponsors' median position do, with a sponsor above them and without: an association over
 * issues, since issues are not sold at random. Null without issues of both kinds.
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
