import { channelFigures } from '#lib/server/figures/money/channels.ts';
import type { ChannelRow } from '#lib/server/figures/money/channel-rows.ts';
import { channelNotes } from '#lib/messages/footnotes.ts';
import { figureCommand } from './figures.ts';

/** A line a channel, then one a campaign and month of joining: as the page, and `--json`, show them. */
export const channels = figureCommand<ChannelRow>(
	'channels',
	async (...asked) => {
		const { channels, campaigns, cohorts } = await channelFigures(...asked, Date.now());
		return [...channels, ...campaigns, ...cohorts];
	},
	({ head, number, rate, money, ratio }) => [
		{ head: head('channel'), cell: ({ channel }) => channel },
		{ head: head('campaign'), cell: ({ campaign }) => campaign ?? '' },
		{ head: head('cohort'), cell: ({ cohort }) => cohort ?? '' },
		{ head: head('spend'), cell: (row) => money(row.spend, row), right: true },
		{ head: head('joined'), cell: ({ joined }) => number(joined), right: true },
		{ head: head('costPerReader'), cell: (row) => money(row.costPerReader, row), right: true },
		{ head: head('engagement'), cell: ({ engagement }) => rate(engagement.rate), right: true },
		{ head: head('costPerEngaged'), cell: (row) => money(row.costPerEngaged, row), right: true },
		{ head: head('value'), cell: (row) => money(row.value, row), right: true },
		{ head: head('return'), cell: ratio }
	],
	async (db, publication, filters, say) =>
		channelNotes(await channelFigures(db, publication, filters, Date.now()), say)
);
