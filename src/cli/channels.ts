import { channelTable } from '#lib/columns/tables/channels.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { figureCommand } from './figures.ts';
import { keyNotes } from './key-notes.ts';

/** A line a channel, then one a campaign and month of joining: as the page, and `--json`, show them. */
export const channels = figureCommand({
	name: 'channels',
	ask: channelFigures,
	rows: ({ channels, campaigns, cohorts }) => [...channels, ...campaigns, ...cohorts],
	table: channelTable,
	footnotes: (figures, { filters, publication, formats }) => [
		...keyNotes(figures, filters, publication, formats),
		...figureNotes.channels(figures, formats)
	]
});
