import type { ChannelRow } from '#lib/server/figures/money/channel-rows.ts';

/** Whether a row leaves out what few of its readers did; what nobody could have done yet is not left out. */
export function rowHidesFew({
	engaged,
	activation
}: Pick<ChannelRow, 'engaged' | 'activation'>): boolean {
	return engaged === null || activation.some(({ n, of }) => n === null && of > 0);
}
