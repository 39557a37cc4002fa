import type { ChannelRow } from '#lib/server/figures/channel-rows.ts';

/** A return as the marks and plots of lifts take it: both are ratios whose neutral is 1. */
export function asLift({ return: lift, ...row }: ChannelRow) {
	return { ...row, lift };
}
