import { comparedWords, notComparedWords } from '#lib/columns/key-figures.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { publicationTable } from '#lib/columns/tables/publications.ts';
import { readFilters } from '#lib/filters/address.ts';
import { periodFilters } from '#lib/filters/period.ts';
import { filterPeriod } from '#lib/messages/filter-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { may } from '#lib/server/access/may.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { publicationCards } from '#lib/server/alerts/publication-cards.ts';
import { publicationChoices } from '#lib/server/figures/publications.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';

/** The publications that the visitor may see, as a file, with what each is compared with. */
export async function GET({ locals, url }) {
	const { db, language, visitor } = locals;
	const now = Date.now();
	const seen = (await publicationChoices(db)).filter((one) => may(visitor, 'see', one));
	const filters = periodFilters(readFilters(url.searchParams));
	const cards = await publicationCards(db, seen, filters, now);
	for (const { id } of seen)
		await recordExport(db, id, 'exports.table', { table: 'publications' }, now);

	const formats = createFormats(language, 'UTC');
	const facts: [string, string][] = [
		[m['export.period']({}, formats), filterPeriod(filters, [], formats).name],
		...cards.map(({ name, compared, zone }): [string, string] => {
			const own = createFormats(language, zone);
			const words = comparedWords(compared, own) ?? notComparedWords(compared.why, own);
			return [
				`${m['report.fact.compared']({}, formats)} (${name})`,
				words || m['compare.none']({}, formats)
			];
		})
	];
	const table = fileTable(publicationTable, cards, formats);
	return new Response(writeCsv([{ table }], facts, dialectOf(language)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="publications.csv"'
		}
	});
}
