import { m } from '#lib/messages/compiled/messages.js';
import { minorUnits } from '#lib/minor-units.ts';
import { keyWords, leastWords, type WrittenFigure } from '../cell-words.ts';
import { declare } from '../declare.ts';
import { unitOf } from '../key-figures.ts';

/** A key figure as a line of a table. */
export type KeyLine = WrittenFigure & {
	label: string;
	/** why it has no change, in words; null where it has one, or none was asked for */
	note: string | null;
};

/** Key figures as a table; its rows are of different kinds, which each row's unit says. */
export const keyFigureTable = declare<KeyLine>()({
	name: 'key-figures',
	columns: [
		{ key: 'what', head: m['table.figure'], cell: ({ label }) => label },
		{
			key: 'value',
			kind: 'decimal',
			cell: (figure) => inUnits(figure.value, figure),
			text: (figure, formats) => keyWords(figure, formats).value
		},
		{
			key: 'change',
			kind: 'decimal',
			cell: (figure) => inUnits(figure.change, figure),
			text: (figure, formats) => keyWords(figure, formats).change
		},
		{ key: 'low', kind: 'decimal', cell: (figure) => inUnits(figure.low, figure) },
		{ key: 'high', kind: 'decimal', cell: (figure) => inUnits(figure.high, figure) },
		{ key: 'unit', cell: (figure, formats) => unitOf(figure, formats) },
		{
			key: 'notCompared',
			cell: (line, formats) => leastWords(line, formats) || line.note
		}
	],
	views: { terminal: ['what', 'value', 'change', 'notCompared'] }
});

/** Money in units, as in every column of money; the column of key figures is of several kinds. */
function inUnits(value: number | null, { kind, currency }: KeyLine): number | null {
	return value === null || kind !== 'money' ? value : value / minorUnits(currency ?? 'EUR');
}
