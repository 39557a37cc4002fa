import { isFewOf, smallCells } from '#lib/small-cells.ts';
import { tierOf } from '#lib/measure/readers/engagement.ts';
import { monthLength, type Members } from './audience-members.ts';
import { shareOf, type EstimatedShare } from './estimated-share.ts';
import type { Channels } from './few-in-channel.ts';
import type { PeriodReaders } from './period-readers.ts';

/** Ends of classes of tenure, in months. */
const tenures = [1, 3, 6, 12, 24, Infinity];

export type TenureRow = EstimatedShare & {
	/** months since joining: from, and up to, if there is an end */
	from: number;
	to: number | null;
	/** null if few */
	readers: number | null;
	/** of these; `share` is theirs; null if no click of the window is known, if few, or all but few */
	engaged: number | null;
};

/** How long current readers have been subscribed, and how many of them are engaged. */
export function tenureRows(readers: PeriodReaders): TenureRow[] {
	const { members, everybody, few, activity } = readers;
	const [own] = tenureTallies(readers, members, null);
	const tallies = few && tenureTallies(readers, everybody, few.channels);
	const isFewHere = fewTenures(own!);
	const byChannel = tallies?.map(fewTenures);
	const all =
		tallies &&
		fewTenures(
			tenures.map((_, i) => ({
				readers: tallies.reduce((sum, rows) => sum + rows[i]!.readers, 0),
				engaged: tallies.reduce((sum, rows) => sum + rows[i]!.engaged, 0)
			}))
		);
	return own!.map(({ readers, engaged }, i) => {
		const isHidden = (key: 'readers' | 'engaged') =>
			tallies && byChannel && all
				? few.hides({
						counts: tallies.map((rows) => rows[i]![key]),
						few: byChannel.map((own) => own[key][i]!),
						isSumHidden: all[key][i]!
					})
				: isFewHere[key][i]!;
		const to = tenures[i]!;
		const isGone = isHidden('readers');
		return {
			from: tenures[i - 1] ?? 0,
			to: to === Infinity ? null : to,
			readers: isGone ? null : readers,
			...(isGone || !activity.knowsEngaged || isHidden('engaged')
				? { engaged: null, share: null, low: null, high: null }
				: { engaged, ...shareOf(engaged, readers) })
		};
	});
}

type TenureTally = { readers: number; engaged: number };

function tenureTallies(
	{ span, activity, window }: PeriodReaders,
	{ there, joined }: Members,
	channels: Channels | null
): TenureTally[][] {
	const { lastDay, today } = activity;
	const tallies = Array.from({ length: channels?.count ?? 1 }, () =>
		tenures.map((): TenureTally => ({ readers: 0, engaged: 0 }))
	);
	for (let reader = 0; reader < there.length; reader++) {
		if (!there[reader] || Number.isNaN(joined[reader]!)) continue;
		const months = (span.asOf - joined[reader]!) / monthLength;
		const row = tallies[channels?.of[reader] ?? 0]![tenures.findIndex((to) => months < to)]!;
		row.readers++;
		if (tierOf(lastDay[reader]!, today, window) === 'engaged') row.engaged++;
	}
	return tallies;
}

function fewTenures(rows: readonly TenureTally[]) {
	const readers = smallCells(rows.map(({ readers }) => readers));
	const engaged = smallCells(
		rows.map(({ engaged }) => engaged),
		rows.map(({ engaged, readers: of }, i) => readers[i]! || isFewOf(engaged, of))
	);
	return { readers, engaged };
}
