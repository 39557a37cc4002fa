import { m } from '#lib/messages/compiled/messages.js';
import type { ReportFigure, Snapshot } from './snapshot.ts';
import type { Cell, Column } from './table.ts';

/** Fewer readers than this are not told to whoever has but a link: they could be known by name. */
export const fewest = 5;

/** Kinds of numbers that would say how many readers there were: rates times delivered are clickers. */
const derived: readonly Column['kind'][] = ['count', 'decimal', 'rate', 'share', 'points', 'ratio'];

const isFew = (value: Cell, { people }: Pick<Column, 'people'>) =>
	people === true && typeof value === 'number' && value > 0 && value < fewest;

/**
 * A report as it may be shown to whoever has a link: a row that counts fewer than five readers
 * keeps its words and loses its numbers, and a chart drawn from such rows is left out.
 */
export function suppressed(snapshot: Snapshot): Snapshot {
	const few = snapshot.keyFigures.some((figure) => isFew(figure.value, figure));
	return {
		...snapshot,
		keyFigures: few
			? snapshot.keyFigures.map((one) => ({
					...one,
					value: one.people && !isFew(one.value, one) ? one.value : null,
					change: null,
					low: null,
					high: null
				}))
			: snapshot.keyFigures,
		sections: snapshot.sections.map(({ heading, figures }) => ({
			heading,
			figures: figures.map((figure) => withoutFew(figure, snapshot.locale))
		}))
	};
}

function withoutFew(figure: ReportFigure, locale: Snapshot['locale']): ReportFigure {
	const { columns } = figure.table;
	let few = 0;
	const rows = figure.table.rows.map((row) => {
		if (!row.some((cell, place) => isFew(cell, columns[place]!))) return row;
		few++;
		return row.map((cell, place) => (derived.includes(columns[place]!.kind) ? null : cell));
	});
	if (few === 0) return figure;

	const said = m['share.few']({ n: few, fewest }, { locale });
	return {
		...figure,
		chart: null,
		table: { columns, rows },
		note: figure.note ? `${figure.note} ${said}` : said
	};
}
