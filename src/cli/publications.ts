import { comparedWords, whyWords } from '#lib/columns/key-figures.ts';
import { layOut } from '#lib/columns/lay-out.ts';
import { publicationTable } from '#lib/columns/tables/publications.ts';
import { periodNames } from '#lib/filters/period.ts';
import { formats } from '#lib/messages/format.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import type { Answer } from './answer.ts';
import type { Command } from './command.ts';
import { laidLines } from './figures.ts';
import { filterOptions, periodFiltersOf } from './filters.ts';

/** Publications side by side: the key figures of each, how they changed, and what deserves attention. */
export const publications: Command = {
	name: 'publications',
	args: '',
	needs: 0,
	takes: 0,
	options: Object.fromEntries(
		Object.entries(filterOptions(null)).filter(([name]) => periodNames.some((one) => one === name))
	),

	async run(call): Promise<Answer> {
		const db = await call.db();
		const filters = periodFiltersOf(call);
		const cards = await publicationCards(db, await publicationChoices(db), filters, Date.now());
		const say = formats(call.locale, 'UTC');
		return {
			json: cards,
			lines: laidLines(layOut(publicationTable, 'terminal', cards, say)),
			notes: cards.flatMap(({ name, compared, zone }) => {
				const own = formats(call.locale, zone);
				const words = comparedWords(compared, own) ?? whyWords(compared.why, own);
				return words ? [say.labelled(name, words)] : [];
			})
		};
	}
};
