import { m } from '#lib/messages/compiled/messages.js';
import { holdsName } from '#lib/plain-text.ts';
import { FEWEST_PEOPLE as fewest, isFew, smallCells } from '#lib/small-cells.ts';
import type { ReportFigure, Snapshot } from './snapshot.ts';
import type { Cell, ColumnHead, ColumnKind } from '#lib/columns/table.ts';

/**
 * Kinds of numbers that would say how many readers there were: rates times delivered are clickers,
 * and so is a fee by the cost of one.
 */
const derived: readonly ColumnKind[] = [
	'count',
	'decimal',
	'rate',
	'share',
	'points',
	'ratio',
	'money'
];

const countsFew = (value: Cell, { people }: Pick<ColumnHead, 'people'>) =>
	people === true && typeof value === 'number' && isFew(value);

/** How far from a whole number of readers a share of them may lie by rounding. */
const ROUNDING = 1e-6;

/**
 * Whether a row tells of few readers: by a count of them, or by a share of one that its others name
 * (40 % of 5), or that leaves few (96 % of 50).
 */
function tellsOfFew(row: Row, columns: readonly ColumnHead[]): boolean {
	const counts = row.filter((cell, place) => columns[place]!.people === true && cell !== null);
	return row.some((cell, place) => {
		const column = columns[place]!;
		if (countsFew(cell, column)) return true;
		if (typeof cell !== 'number' || !['rate', 'share'].includes(column.kind)) return false;
		return counts.some((of) =>
			[cell, 1 - cell].some((share) => {
				const n = Math.round(share * Number(of));
				return isFew(n) && Math.abs(share * Number(of) - n) < ROUNDING;
			})
		);
	});
}

/** Rows of a count that goes up by fewer than five to the next that is told; the last tells of all. */
function fewApart(rows: readonly Row[], place: number): Row[] {
	const gone: Row[] = [];
	let next = Infinity;
	for (const row of rows.toReversed()) {
		const count = Number(row[place] ?? 0);
		if (isFew(next - count)) gone.push(row);
		else next = count;
	}
	return gone;
}

/**
 * A report as it may be shown to whoever has a link, and to whoever gets it by mail: a row that counts
 * fewer than five readers keeps its words and loses its numbers, and a chart drawn from such rows is
 * left out. So that no total gives a lone hidden row away, others go with it until at least two and
 * five readers are hidden; whoever is hidden in one table is hidden in all that have the same heads. What
 * people wrote of days is for those they wrote it for.
 */
export function suppressedReport(snapshot: Snapshot): Snapshot {
	const { locale, keyFigures } = snapshot;
	const few = keyFigures.some((figure) => countsFew(figure.value, figure));
	const figures = snapshot.sections.flatMap(({ figures }) => figures);
	const hidden = hiddenNames(figures);
	// what a row keeps to itself no sentence about it tells
	const unsaid = [...hidden].flatMap(wordsOf);
	const said = (lines: readonly string[] = []) =>
		lines.filter((line) => !unsaid.some((name) => holdsName(line, name)));
	return {
		...snapshot,
		// its sentences say what its key figures do
		findings: few ? [m['share.few.findings']({ fewest }, { locale })] : said(snapshot.findings),
		advice: (snapshot.advice ?? []).map(({ heading, lines }) => ({ heading, lines: said(lines) })),
		setAside: few ? null : snapshot.setAside,
		keyFigures: few
			? keyFigures.map((one) => ({
					...one,
					value: one.people && !countsFew(one.value, one) ? one.value : null,
					change: null,
					low: null,
					high: null
				}))
			: keyFigures,
		sections: snapshot.sections.map(({ heading, figures }) => ({
			heading,
			figures: figures.map((figure) => withoutHidden(withoutNoted(figure), hidden, locale))
		}))
	};
}

function withoutNoted({ noted, chart, ...figure }: ReportFigure): ReportFigure {
	const isOurs = ({ n }: { n: number }) => !noted?.numbers.includes(n);
	return {
		...figure,
		chart:
			chart && 'flags' in chart && chart.flags
				? { ...chart, flags: chart.flags.filter(isOurs) }
				: chart,
		noted: null
	};
}

type Row = ReportFigure['table']['rows'][number];

/** What a row is known by wherever it stands: its first words, else its first number, and the head above. */
function nameOf({ table: { columns } }: ReportFigure, row: Row): string {
	const words = row.filter((_, place) =>
		['text', 'name', 'instant', 'month', 'day'].includes(columns[place]!.kind)
	);
	return JSON.stringify([columns[0]?.head, ...(words.length ? words.slice(0, 2) : [row[0]])]);
}

/** The words in the name of a row, as sentences quote them. */
function wordsOf(name: string): string[] {
	const [, ...cells] = JSON.parse(name) as unknown[];
	return cells.filter(
		(cell): cell is string => typeof cell === 'string' && (cell.length > 2 || /\p{L}/u.test(cell))
	);
}

/** The names of rows to hide, in whichever table: hiding one may call for another elsewhere. */
function hiddenNames(figures: readonly ReportFigure[]): Set<string> {
	const hidden = new Set<string>();
	let known = -1;
	while (hidden.size > known) {
		known = hidden.size;
		for (const figure of figures) for (const row of toHide(figure, hidden)) hidden.add(row);
	}
	return hidden;
}

/** Rows of few readers and, of each column that counts readers, the smallest that must go with them. */
function toHide(figure: ReportFigure, hidden: ReadonlySet<string>): string[] {
	const { columns, rows } = figure.table;
	const gone = new Set(
		rows.filter((row) => hidden.has(nameOf(figure, row)) || tellsOfFew(row, columns))
	);
	for (const [place, { running }] of columns.entries())
		if (running) for (const row of fewApart(rows, place)) gone.add(row);
	if (gone.size === 0) return [];

	for (const [place, { people, running }] of columns.entries()) {
		// what counts up is told by its last row: no other can be had from it
		if (people !== true || running) continue;
		const counts = rows.map((row) => (typeof row[place] === 'number' ? row[place] : 0));
		const tooFew = smallCells(
			counts,
			rows.map((row) => gone.has(row))
		);
		for (const [i, row] of rows.entries()) if (tooFew[i]) gone.add(row);
	}
	return [...gone].map((row) => nameOf(figure, row));
}

function withoutHidden(
	figure: ReportFigure,
	hidden: ReadonlySet<string>,
	locale: Snapshot['locale']
): ReportFigure {
	const { columns } = figure.table;
	const isHidden = figure.table.rows.map((row) => hidden.has(nameOf(figure, row)));
	const n = isHidden.filter(Boolean).length;
	if (n === 0) return figure;

	const said = m['share.few']({ n, fewest }, { locale });
	return {
		...figure,
		chart: null,
		table: {
			columns,
			rows: figure.table.rows.map((row, i) =>
				isHidden[i]
					? row.map((cell, place) => (derived.includes(columns[place]!.kind) ? null : cell))
					: row
			)
		},
		note: figure.note ? `${figure.note} ${said}` : said
	};
}
