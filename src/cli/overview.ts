import { keyLines, keyRows } from '#lib/columns/key-figures.ts';
import { renderTable } from '#lib/columns/render-table.ts';
import { keyFigureTable } from '#lib/columns/tables/key-figures.ts';
import { createFormats } from '#lib/messages/format.ts';
import { keyedOf, keyedPages } from '#lib/server/figures/keyed.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { comparedNotes } from './key-notes.ts';
import { textOption } from './options.ts';

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
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		const filters = await filtersOf(db, publication, call);
		const asked = textOption(call.options, 'page') ?? 'overview';
		const page = keyedPages.find((one) => one === asked);
		if (!page) throw new Trouble('badChoice', { given: asked, known: keyedPages.join(', ') });

		const keyed = await keyedOf(page, db, publication, filters, Date.now());
		const { keyFigures, compared, window = 0 } = keyed;
		const formats = createFormats(call.locale, publication.zone);
		const about = { window, currency: publication.currency };
		const figures = keyFigures ?? {};
		const rows = keyRows(figures, about, formats);
		return {
			json: rows.map(({ label: _, about: __, ...row }) => ({ ...row, compared })),
			lines: renderedLines(
				renderTable(keyFigureTable, 'terminal', keyLines(figures, about, formats), formats)
			),
			notes: [
				...(await filterNotes(db, publication, filters, page, {
					locale: call.locale,
					rows: rows.length
				})),
				...comparedNotes(compared, formats)
			]
		};
	}
};
