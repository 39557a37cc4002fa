import { error } from '@sveltejs/kit';
import { createFormats } from '#lib/messages/format.ts';
import { dialectOf, writeCsv } from '#lib/server/report/csv.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { cutUntil } from '#lib/server/figures/cut-issues.ts';
import { everything } from '#lib/filters/filters.ts';
import { figureOfTable } from '../address.ts';
import { wholeAnswer } from '../answer.ts';
import type { Table } from '#lib/columns/table.ts';
import { exported, isWhole } from './exported.ts';
import { tableFooting } from './facts.ts';

/** What its amounts are in; null where it has none, or each row says so itself. */
function currencyIn({ columns }: Table): string | null {
	return columns.find(({ kind }) => kind === 'money')?.currency ?? null;
}

/** A table as a file, narrowed by the same filters as its page, with what its numbers rest on. */
export async function GET(event) {
	const name = event.url.searchParams.get('table');
	const locale = event.locals.language;
	const figure = name !== null && Object.hasOwn(exported, name) ? exported[name] : undefined;
	if (!figure) error(404);

	const { table, facts } = await wholeAnswer(event, async (db, publication, filters, now) => {
		await recordExport(db, publication.id, 'exports.table', { table: name }, now);
		const formats = createFormats(locale, publication.zone);
		const made = await figure(db, publication, filters, now, formats);
		const upTo = name === 'issue' ? null : await cutUntil(db, publication);
		const choices = await filterChoices(db, publication);
		// one issue's items are of that issue alone, whatever else the address holds
		const kept =
			name === 'issue'
				? { ...everything, issue: filters.issue }
				: isWhole(name ?? '')
					? everything
					: filters;
		const shown = (name !== 'issue' && figureOfTable(name ?? '')) || 'items';
		return {
			table: made.table,
			facts: tableFooting(
				publication.name,
				kept,
				choices,
				{ ...made, currency: currencyIn(made.table), upTo },
				formats,
				shown
			)
		};
	});

	return new Response(writeCsv([{ table }], facts, dialectOf(locale)), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${event.params.publication}-${name}.csv"`
		}
	});
}
