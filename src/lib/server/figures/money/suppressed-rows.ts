import { isFew, isFewOf, smallCellsIn, type CellSum } from '#lib/small-cells.ts';
import { byName, bySpend } from './channel-order.ts';
import type { Activation, ChannelRow, Rate } from './channel-rows.ts';

const unsaid = { n: null, rate: null, low: null, high: null };

/** One count of a row: how many, and whether few. */
type Counted = { n: number; few: boolean };
const shareOf = (part: Rate | null): Counted => {
	const n = part?.n ?? 0;
	return { n, few: part !== null && isFewOf(n, part.of) };
};

/** What of a row is told of five readers or more, and the row without it. */
const measures: { of: (row: ChannelRow) => Counted; without: (row: ChannelRow) => ChannelRow }[] = [
	{
		of: ({ engaged, matureJoined }) => ({
			n: engaged ?? 0,
			few: isFewOf(engaged ?? 0, matureJoined)
		}),
		without: (row) => ({
			...row,
			engaged: null,
			engagement: { ...row.engagement, ...unsaid },
			costPerEngaged: null,
			costPerEngagedLow: null,
			costPerEngagedHigh: null,
			// clicks of few say how many they are
			clicks: null,
			costPerClick: null
		})
	},
	{
		of: ({ buyers }) => ({ n: buyers ?? 0, few: isFew(buyers ?? 0) }),
		without: (row) => ({ ...row, buyers: null, effectiveBuyers: null, largestBuyer: null })
	},
	{
		of: ({ conversions }) => ({ n: conversions ?? 0, few: isFew(conversions ?? 0) }),
		without: (row) => ({ ...row, conversions: null })
	},
	{
		// who left is told whatever their number, as of an issue
		of: ({ retention }) => ({
			n: retention?.n ?? 0,
			few: retention !== null && (isFew(retention.of) || isFew(retention.n ?? 0))
		}),
		without: (row) => ({ ...row, retention: row.retention && { ...row.retention, ...unsaid } })
	}
];

const activationAt = (place: number): (typeof measures)[number] => ({
	of: ({ activation }) => shareOf(activation[place] ?? null),
	without: (row) => ({
		...row,
		activation: row.activation.map((part, i): Activation =>
			i === place ? { ...part, ...unsaid, cost: null, costLow: null, costHigh: null } : part
		)
	})
});

/** A row of an archive without any click: whether its readers did is as unknown as how often. */
function withoutClicks(row: ChannelRow): ChannelRow {
	return [measures[0]!, ...row.activation.map((_, i) => activationAt(i))].reduce(
		(left, { without }) => without(left),
		row
	);
}

type Rows = Record<'channels' | 'campaigns' | 'cohorts', ChannelRow[]> &
	Record<'paid' | 'organic', ChannelRow | null>;

/**
 * What is told of all channels, or of the one that is asked for: of that its own row stands for all that
 * cost, or do not.
 *
 * @param wanted its name; null for all
 * @param knowsClicks whether any click is known
 */
export function suppressedChannels({
	wanted,
	knowsClicks,
	...rows
}: Rows & { wanted: string | null; knowsClicks: boolean }): Rows {
	const { channels, campaigns, cohorts, paid, organic } = rows;
	const totals = [paid, organic].filter((row) => row !== null);
	const all = [...channels, ...campaigns, ...cohorts, ...totals];
	const shown = suppressedRows(all, new Set(totals));
	const left = new Map(
		all.map((row, i) => [row, knowsClicks ? shown[i]! : withoutClicks(shown[i]!)])
	);
	const isAsked = ({ channel }: ChannelRow) => wanted === null || channel === wanted;
	const suppressedOf = (some: readonly ChannelRow[]) =>
		some.map((row) => left.get(row)!).filter(isAsked);
	const own = suppressedOf(channels).sort(bySpend);
	const together = (row: ChannelRow | null, isPaid: boolean) => {
		if (wanted === null) return row && left.get(row)!;
		const only = own.find(({ paid }) => paid === isPaid);
		return only ? { ...only, channel: '' } : null;
	};
	return {
		channels: own,
		campaigns: suppressedOf(campaigns).sort(bySpend),
		cohorts: suppressedOf(cohorts).sort(byName),
		paid: together(paid, true),
		organic: together(organic, false)
	};
}

/**
 * Rows of channels, campaigns and months as they may be told. How many came by a channel is what members
 * come for; what these did (clicked, stayed, bought) is told of five readers or more: where one row's is
 * not, no total and no other row gives it away, whichever way they add up.
 *
 * @param rows of all channels: what one is told of hangs on the others
 * @param totals those among them that are of all channels of their kind
 */
function suppressedRows(
	rows: readonly ChannelRow[],
	totals: ReadonlySet<ChannelRow | null>
): ChannelRow[] {
	const sums = sumsOf(rows, totals);
	const ages = [...Array(rows[0]?.activation.length ?? 0).keys()];
	let left = [...rows];
	for (const { of, without } of [...measures, ...ages.map(activationAt)]) {
		const counts = rows.map(of);
		const hidden = smallCellsIn(
			counts.map(({ n }) => n),
			counts.map(({ few }) => few),
			sums
		);
		left = left.map((row, i) => (hidden[i] ? without(row) : row));
	}
	return left;
}

/**
 * How rows add up: channels that cost, and those that do not, to all of their kind; campaigns and months
 * to their channel, months of a campaign to it. Channels of one month add up to what a page of that month
 * alone tells, and campaigns of one month to their channel's.
 */
function sumsOf(rows: readonly ChannelRow[], totals: ReadonlySet<ChannelRow | null>): CellSum[] {
	const groups = new Map<string, { parts: number[]; total: number | null }>();
	const group = (...key: unknown[]) => {
		const name = JSON.stringify(key);
		if (!groups.has(name)) groups.set(name, { parts: [], total: null });
		return groups.get(name)!;
	};
	for (const [place, row] of rows.entries()) {
		const { channel, campaign, cohort, paid } = row;
		if (totals.has(row)) {
			group('all', paid).total = place;
			continue;
		}
		if (campaign === null)
			group(...(cohort === null ? ['all', paid] : ['month', paid, cohort])).parts.push(place);
		else group('campaigns', channel, cohort).parts.push(place);
		if (cohort !== null) group('months', channel, campaign).parts.push(place);
		if (campaign === null) group('campaigns', channel, cohort).total = place;
		if (cohort === null) group('months', channel, campaign).total = place;
	}
	return [...groups.values()].filter(({ parts }) => parts.length > 0);
}
