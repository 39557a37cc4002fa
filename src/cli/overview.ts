import { keyLines, keyRows } from '#lib/columns/key-figures.ts';
import { layOut } from '#lib/columns/lay-out.ts';
import { keyFigureTable } from '#lib/columns/tables/key-figures.ts';
import { formats } from '#lib/messages/format.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import type { Filters } from '#lib/server/figures/filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { publicationNamed } from '#lib/server/ingest/publication.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import { laidLines } from './figures.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { comparedNotes, type Keyed } from './key-notes.ts';
import { textOption } from './options.ts';

type Ask = (db: Db, publication: Publication, filters: Filters, now: number) => Promise<Keyed>;

/** The pages that open with key figures. */
const pages = {
	overview: overviewFigures,
	issues: issueListFigures,
	audience: audienceFigures,
	channels: channelFigures,
	sponsors: sponsorFigures
} satisfies Record<string, Ask>;

const names = Object.keys(pages) as (keyof typeof pages)[];

/** The key figures of a page, each with how it moved and from what. */
export const overview: Command = {
	name: 'overview',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		page: { type: 'string', value: 'audience' },
		...filterOptions('overview'),
		channel: { type: 'string', value: 'NAME' }
	},

	async run(call): Promise<Answer> {
		const db = await call.db();
		const publication = await publicationNamed(db, textOption(call.options, 'publication'));
		const filters = await filtersOf(db, publication, call);
		const asked = textOption(call.options, 'page') ?? 'overview';
		const page = names.find((one) => one === asked);
		if (!page) throw new Trouble('badChoice', { given: asked, known: names.join(', ') });

		const ask: Ask = pages[page];
		const { keyFigures, compared, window = 0 } = await ask(db, publication, filters, Date.now());
		const say = formats(call.locale, publication.zone);
		const about = { window, currency: publication.currency };
		const figures = keyFigures ?? {};
		const rows = keyRows(figures, about, say);
		return {
			json: rows.map(({ label: _, about: __, ...row }) => ({ ...row, compared })),
			lines: laidLines(layOut(keyFigureTable, 'terminal', keyLines(figures, about, say), say)),
			notes: [
				...(await filterNotes(db, publication, filters, page, {
					locale: call.locale,
					rows: rows.length
				})),
				...comparedNotes(compared, say)
			]
		};
	}
};
