import { comparisonOf } from '#lib/filters/comparison.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import { declare } from '#lib/columns/declare.ts';
import { fileTable } from '#lib/columns/render-table.ts';
import { keyFigureTable } from '#lib/columns/tables/key-figures.ts';
import type { Facts, Table } from '#lib/columns/table.ts';
import type { ReportFigure, Snapshot } from './snapshot.ts';

/**
 * What every number of a report rests on, label by label, with what is noted beneath its figures: what
 * they leave out, and what is hidden.
 */
export function reportFacts(
	snapshot: Snapshot,
	{ figures, keyFigures }: FactsOf = {
		figures: figuresOf(snapshot),
		keyFigures: snapshot.keyFigures
	}
): Facts {
	const { locale, publication, compared, filters, dataUpTo, setAside } = snapshot;
	const formats = createFormats(locale, publication.zone);
	const options = { locale };
	const isAsked = comparisonOf(snapshot.asked.filters).by !== 'none';
	const unsaid = isAsked ? m['report.notComparable']({}, options) : m['compare.none']({}, options);
	const at = (instant: number) => `${formats.instant(instant)} (${publication.zone})`;
	const facts: Facts = [
		[m['export.publication']({}, options), publication.name],
		[m['export.period']({}, options), snapshot.period],
		[m['report.fact.compared']({}, options), compared ?? unsaid],
		[m['export.filters']({}, options), filters.join(' · ') || m['export.noFilters']({}, options)],
		[m['export.dataUpTo']({}, options), dataUpTo === null ? '' : at(dataUpTo)],
		[m['report.fact.made']({}, options), at(snapshot.createdAt)],
		[
			m['report.fact.rules']({}, options),
			m['report.fact.version']({ version: snapshot.rules }, options)
		],
		[m['report.fact.setAside']({}, options), setAside === null ? '' : formats.percent(setAside)],
		[m['report.fact.seal']({}, options), snapshot.seal],
		[
			m['settings.currency']({}, options),
			hasMoney({ figures, keyFigures }) ? publication.currency : ''
		],
		...figures.flatMap(({ title, note, noted }) =>
			[noted?.text, note].flatMap((text): Facts =>
				text ? [[m['export.note']({}, options), formats.labelled(title, text)]] : []
			)
		)
	];
	// what is not known has no line
	return facts.filter(([, fact]) => fact !== '');
}

/** The part of a report that a file holds. */
type FactsOf = Pick<Snapshot, 'keyFigures'> & { figures: readonly ReportFigure[] };

/** Amounts of a report are in its publication's currency. */
function hasMoney({ figures, keyFigures }: FactsOf): boolean {
	const kinds = [...keyFigures, ...figures.flatMap(({ table }) => table.columns)];
	return kinds.some(({ kind }) => kind === 'money');
}

/** The key figures as a table. */
export function keyTable({ keyFigures, locale, publication }: Snapshot): Table {
	return fileTable(keyFigureTable, keyFigures, createFormats(locale, publication.zone));
}

const definitionColumns = declare<Snapshot['definitions'][number]>()({
	name: 'definitions',
	columns: [{ key: 'term' }, { key: 'definition', cell: ({ text }) => text }],
	views: {}
});

/** The definitions of a report as a table for its files. */
export function definitionTable({ definitions, locale, publication }: Snapshot): Table {
	return fileTable(definitionColumns, definitions, createFormats(locale, publication.zone));
}

/** Every figure of a report, section by section. */
export function figuresOf({ sections }: Snapshot) {
	return sections.flatMap(({ figures }) => figures);
}
