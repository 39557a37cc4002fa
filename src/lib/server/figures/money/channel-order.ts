import type { ChannelRow } from './channel-rows.ts';

/** Those that cost first, by spend. */
export function bySpend(a: ChannelRow, b: ChannelRow): number {
	return (
		Number(b.paid) - Number(a.paid) ||
		(b.spend ?? 0) - (a.spend ?? 0) ||
		(b.joined ?? 0) - (a.joined ?? 0) ||
		byName(a, b)
	);
}

/** By channel, campaign and month of joining. */
export function byName(a: ChannelRow, b: ChannelRow): number {
	const key = ({ channel, campaign, cohort }: ChannelRow) =>
		[channel, campaign ?? '', cohort ?? ''].join('\n');
	return key(a) < key(b) ? -1 : 1;
}
