import type { AudienceFigures } from '../server/figures/audience/audience.ts';
import type { IssueListFigures } from '../server/figures/content/issues.ts';
import type { ItemFigures } from '../server/figures/content/items.ts';
import type { ChannelFigures } from '../server/figures/money/channels.ts';
import type { SponsorFigures } from '../server/figures/sponsors/sponsors.ts';
import type { VerdictFigures } from '../server/figures/verdicts/verdicts.ts';
import { audienceNotes } from './audience-notes.ts';
import { clickersNotes, itemNotes, loneNotes, stepNotes } from './footnotes.ts';
import type { Formats } from './format.ts';
import { channelNotes, sponsorNotes } from './money-notes.ts';

/** What each figure says of what its rows leave out: in a terminal below them, in a file before them. */
export const figureNotes = {
	issues: ({ lone, issues, step }: IssueListFigures, formats: Formats) => [
		...clickersNotes(lone, issues, formats),
		...stepNotes(step, formats)
	],
	items: (figures: ItemFigures, formats: Formats) => itemNotes(figures, formats),
	channels: (figures: ChannelFigures, formats: Formats) => channelNotes(figures, formats),
	sponsors: (figures: SponsorFigures, formats: Formats) => sponsorNotes(figures, formats),
	verdicts: (figures: VerdictFigures, formats: Formats) => [
		...loneNotes(figures, formats),
		...stepNotes(figures.step, formats)
	],
	audience: (figures: AudienceFigures, formats: Formats) =>
		figures.noData ? [] : audienceNotes(figures, formats)
};
