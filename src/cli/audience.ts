import { audienceTables, type AudienceTable } from '#lib/columns/tables/audience.ts';
import type { FilterName, Filters } from '#lib/filters/filters.ts';
import { setIn } from '#lib/filters/narrowing.ts';
import type { Locale } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import { figureNotes } from '#lib/messages/figure-notes.ts';
import { createFormats } from '#lib/messages/format.ts';
import { audienceFigures, type AudienceFigures } from '#lib/server/figures/audience/audience.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { filterNotes, filterOptions, filtersOf } from './filters.ts';
import { keyNotes } from './key-notes.ts';
import { textOption } from './options.ts';

const names = Object.keys(audienceTables) as AudienceTable[];

/** The rows of one table of the page; who joined and left, month by month, unless another is asked for. */
export const audience: Command = {
	name: 'audience',
	args: '',
	needs: 0,
	takes: 0,
	options: {
		publication: { type: 'string', value: 'NAME' },
		...filterOptions('audience'),
		table: { type: 'string', value: 'cohorts' }
	},

	async run(call) {
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		const filters = await filtersOf(db, publication, call);
		const asked = textOption(call.options, 'table') ?? 'months';
		const name = names.find((one) => one === asked);
		if (!name) throw new Trouble('badChoice', { given: asked, known: names.join(', ') });

		const figures = await audienceFigures(db, publication, filters, Date.now());
		const formats = createFormats(call.locale, publication.zone);
		const rendered = audienceTables[name].rendered(figures, formats, 'terminal');
		const about = { locale: call.locale, rows: rendered.rows.length };
		return {
			json: rowsOf(figures, name),
			lines: renderedLines(rendered),
			notes: [
				...(await filterNotes(db, publication, filters, 'audience', about)),
				...idleNotes(filters, audienceTables[name].idle, call.locale),
				...(figures.noData ? [] : keyNotes(figures, filters, publication, formats)),
				...figureNotes.audience(figures, formats)
			]
		};
	}
};

/** Filters that narrow readers, and not this table of them. */
function idleNotes(filters: Filters, idle: readonly FilterName[], locale: Locale): string[] {
	return setIn(filters)
		.filter((name) => idle.includes(name))
		.map((name) =>
			words('filter.idleTable', { kind: words(`filter.${name}`, {}, locale) }, locale)
		);
}

function rowsOf(figures: AudienceFigures, name: AudienceTable): readonly object[] {
	return name === 'companies' ? figures.companies.largest : figures[name];
}
