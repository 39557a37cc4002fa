import { isFew, isFewOf, smallCells } from '#lib/measure/stats/small-cells.ts';
import type { Activation, ChannelRow, Rate } from './channel-rows.ts';

const unsaid = { n: null, rate: null, low: null, high: null };

/** Who left is told whatever their number, as of an issue. */
const toldRetention = (part: Rate): Rate =>
	isFew(part.of) || isFew(part.n ?? 0) ? { ...part, ...unsaid } : part;

const toldActivation = (part: Activation): Activation =>
	isFewOf(part.n ?? 0, part.of)
		? { ...part, ...unsaid, cost: null, costLow: null, costHigh: null }
		: part;

/**
 * Rows of channels, campaigns or months as they may be told. How many came by a channel is what members
 * come for; what these did (clicked, stayed, bought) is told of five readers or more: where one row's is
 * not, no total of the others gives it away.
 */
export function toldRows(rows: readonly ChannelRow[]): ChannelRow[] {
	const engaged = smallCells(
		rows.map((row) => row.engaged ?? 0),
		rows.map((row) => isFewOf(row.engaged ?? 0, row.matureJoined))
	);
	const buyers = smallCells(rows.map((row) => row.buyers ?? 0));
	return rows.map((row, i) => ({
		...row,
		activation: row.activation.map(toldActivation),
		retention: row.retention && toldRetention(row.retention),
		...(engaged[i] && {
			engaged: null,
			engagement: { ...row.engagement, ...unsaid },
			costPerEngaged: null,
			costPerEngagedLow: null,
			costPerEngagedHigh: null,
			// clicks of few say how many they are
			clicks: null,
			costPerClick: null
		}),
		...(buyers[i] && { buyers: null, effectiveBuyers: null, largestBuyer: null })
	}));
}

/** The same of one row that stands by itself. */
export const toldRow = (row: ChannelRow | null) => row && toldRows([row])[0]!;

/** The same of rows that add up within another: campaigns of a channel, months of a channel or campaign. */
export function toldWithin(rows: readonly ChannelRow[]): ChannelRow[] {
	const groups = new Map<string, ChannelRow[]>();
	for (const row of rows) {
		const key = JSON.stringify([row.channel, row.cohort === null ? null : row.campaign]);
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	const found = new Map<ChannelRow, ChannelRow>();
	for (const own of groups.values())
		toldRows(own).forEach((row, i) => void found.set(own[i]!, row));
	return rows.map((row) => found.get(row)!);
}
