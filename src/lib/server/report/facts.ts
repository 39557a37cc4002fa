import { minorUnits } from '#lib/minor-units.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { formats } from '#lib/messages/format.ts';
import { declare } from '#lib/columns/declare.ts';
import { tableOf } from '#lib/columns/lay-out.ts';
import type { Facts, Table } from '#lib/columns/table.ts';
import type { ReportKeyFigure, Snapshot } from './snapshot.ts';

/** What every number of a report rests on, label by label. */
export function factsOf(snapshot: Snapshot): Facts {
	const { locale, publication, compared, filters, dataUpTo, setAside } = snapshot;
	const say = formats(locale, publication.zone);
	const o = { locale };
	const at = (instant: number) => `${say.instant(instant)} (${publication.zone})`;
	return [
		[m['export.publication']({}, o), publication.name],
		[m['export.period']({}, o), snapshot.period],
		[m['report.fact.compared']({}, o), compared ?? m['report.notComparable']({}, o)],
		[m['export.filters']({}, o), filters.join(' · ') || m['export.noFilters']({}, o)],
		[m['export.dataUpTo']({}, o), dataUpTo === null ? '' : at(dataUpTo)],
		[m['report.fact.made']({}, o), at(snapshot.createdAt)],
		[m['report.fact.rules']({}, o), m['report.fact.version']({ version: snapshot.rules }, o)],
		[m['report.fact.setAside']({}, o), setAside === null ? '' : say.percent(setAside)],
		[m['report.fact.seal']({}, o), snapshot.seal]
	];
}

/** The key figures as a table; its rows are of different kinds, which each row's unit says. */
const keyColumns = declare<ReportKeyFigure>()({
	name: 'key-figures',
	columns: [
		{ key: 'what', cell: ({ label }) => label },
		{ key: 'value', kind: 'decimal', cell: (figure) => inUnits(figure.value, figure) },
		{ key: 'change', kind: 'decimal', cell: (figure) => inUnits(figure.change, figure) },
		{ key: 'low', kind: 'decimal', cell: (figure) => inUnits(figure.low, figure) },
		{ key: 'high', kind: 'decimal', cell: (figure) => inUnits(figure.high, figure) },
		{ key: 'unit', cell: (figure, { locale }) => unitOf(figure, locale) }
	],
	views: {}
});

export function keyTable({ keyFigures, locale, publication }: Snapshot): Table {
	return tableOf(keyColumns, keyFigures, formats(locale, publication.zone));
}

/** What a key figure, and its change, are counted in: their column holds several kinds. */
export function unitOf({ kind, currency }: ReportKeyFigure, locale: Locale): string {
	const o = { locale };
	switch (kind) {
		case 'money':
			return currency ?? 'EUR';
		case 'rate':
		case 'share':
		case 'points':
			return m['unit.rate']({}, o);
		case 'ratio':
			return m['unit.ratio']({}, o);
		default:
			return m['unit.count']({}, o);
	}
}

/** Money in units, as in every column of money; the column of key figures is of several kinds. */
function inUnits(value: number | null, { kind, currency }: ReportKeyFigure): number | null {
	return value === null || kind !== 'money' ? value : value / minorUnits(currency ?? 'EUR');
}

const definitionColumns = declare<Snapshot['definitions'][number]>()({
	name: 'definitions',
	columns: [{ key: 'term' }, { key: 'definition', cell: ({ text }) => text }],
	views: {}
});

export function definitionTable({ definitions, locale, publication }: Snapshot): Table {
	return tableOf(definitionColumns, definitions, formats(locale, publication.zone));
}

/** Every figure of a report, section by section. */
export function figuresOf({ sections }: Snapshot) {
	return sections.flatMap(({ figures }) => figures);
}
