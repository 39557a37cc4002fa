import { comparedWords, notComparedWords } from '#lib/columns/key-figures.ts';
import { renderTable } from '#lib/columns/render-table.ts';
import { publicationTable } from '#lib/columns/tables/publications.ts';
import { periodNames } from '#lib/filters/period.ts';
import { createFormats } from '#lib/messages/format.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import {
	archivePublication,
	deletePublication,
	restorePublication
} from '#lib/server/editing/publications.ts';
import {
	hiddenPublications,
	publicationChoices,
	publicationOf
} from '#lib/server/figures/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { renderedLines } from './figures.ts';
import { filterOptions, periodFiltersOf } from './filters.ts';
import { textOption } from './options.ts';

/** Publications side by side: the key figures of each, how they changed, and what deserves attention. */
export const publications: Command = {
	name: 'publications',
	args: '[archive NAME | restore NAME | delete NAME | archived]',
	needs: 0,
	takes: 2,
	options: {
		...Object.fromEntries(
			Object.entries(filterOptions(null)).filter(([name]) =>
				periodNames.some((one) => one === name)
			)
		),
		typed: { type: 'string', value: 'NAME', about: 'typedName' }
	},

	async run(call): Promise<Answer> {
		const db = await call.db();
		const [verb, slug] = call.args;
		if (verb !== undefined) {
			await doDeed(db, call, verb, slug ?? '');
			return hiddenAnswer(db, call);
		}
		const filters = periodFiltersOf(call);
		const cards = await publicationCards(db, await publicationChoices(db), filters, Date.now());
		const formats = createFormats(call.locale, 'UTC');
		return {
			json: cards,
			lines: renderedLines(renderTable(publicationTable, 'terminal', cards, formats)),
			notes: cards.flatMap(({ name, compared, zone }) => {
				const own = createFormats(call.locale, zone);
				const words = comparedWords(compared, own) ?? notComparedWords(compared.why, own);
				return words ? [formats.labelled(name, words)] : [];
			})
		};
	}
};

type Actor = Parameters<typeof archivePublication>[2];

/** What is done to a publication; to list those that are hidden is to do nothing. */
const deeds: Record<string, (db: Db, slug: string, call: Call, actor: Actor) => Promise<unknown>> =
	{
		archive: async (db, slug, _call, actor) =>
			archivePublication(db, await publicationOf(db, slug), actor),
		restore: (db, slug, _call, actor) => restorePublication(db, slug, actor),
		delete: async (db, slug, { options }, actor) => {
			const typed = textOption(options, 'typed') ?? '';
			return deletePublication(db, await publicationOf(db, slug), typed, actor);
		},
		archived: async () => {}
	};

/** @throws {Trouble} badChoice for what is none of these */
async function doDeed(db: Db, call: Call, verb: string, slug: string) {
	if (!Object.hasOwn(deeds, verb))
		throw new Trouble('badChoice', {
			given: verb.slice(0, 40),
			known: Object.keys(deeds).join(', ')
		});
	await deeds[verb]!(db, slug, call, { by: null, now: Date.now() });
}

/** The publications that are archived or wait for their deletion. */
async function hiddenAnswer(db: Db, call: Call): Promise<Answer> {
	const hidden = await hiddenPublications(db);
	return {
		json: hidden.map(({ slug, name, archivedAt, deletesAt }) => ({
			slug,
			name,
			archivedAt,
			deletesAt
		})),
		lines: hidden.map(({ slug, name, zone, archivedAt, deletesAt }) => {
			const formats = createFormats(call.locale, zone);
			const words =
				deletesAt === null
					? m['publications.archivedOn']({ at: formats.day(archivedAt ?? 0) }, formats)
					: m['publications.deletedOn']({ at: formats.instant(deletesAt) }, formats);
			return formats.labelled(`${name} (${slug})`, words);
		}),
		notes: hidden.length ? [] : [m['publications.hidden.none']({}, call)]
	};
}
