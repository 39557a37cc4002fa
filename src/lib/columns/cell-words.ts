import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { Cell, ColumnHead, ColumnKind } from './table.ts';

/** What stands where nobody knows a value. */
export const NONE = '–';

/** A table's cell as a page or paper writes it; a dash where nobody knows it. */
export function cellWords(value: Cell, column: ColumnHead, formats: Formats): string {
	const { kind, currency, end, signed } = column;
	if (value === null) return NONE;
	if (typeof value === 'string') return dateWords(value, kind, formats);
	if (signed) return movedWords({ ...column, signed: false }, formats)(value);
	switch (kind) {
		case 'count':
			return formats.number(value);
		case 'decimal':
			return formats.tenths(value);
		case 'rate':
		case 'share':
			return formats.percent(value);
		case 'points':
			return end ? formats.end(value, formats.points) : formats.points(value);
		case 'ratio':
			return end ? formats.end(value) : formats.lift(value);
		case 'money':
			return formats.money(value, currency ?? 'EUR', { perUnit: true });
		case 'instant':
			return formats.day(value);
		default:
			return String(value);
	}
}

/** A month or a day in words; any other text as it is. */
function dateWords(text: string, kind: ColumnKind, formats: Formats): string {
	if (kind === 'month') return formats.monthOf(text);
	return kind === 'day' ? formats.day(formats.onDay(text)) : text;
}

/** A column's head as a page or paper writes it: its instants are in the publication's zone. */
export function headWords({ head, local }: ColumnHead): string {
	return local ?? head;
}

/** A key figure with what is needed to write it. */
export type WrittenFigure = {
	kind: ColumnKind;
	currency?: string | undefined;
	value: number | null;
	change: number | null;
	low: number | null;
	high: number | null;
	/** why its change has no interval, in words, where it should have one */
	unsure?: string | undefined;
	/** there may be more of it */
	atLeast?: true | undefined;
};

type KeyWords = {
	value: string;
	/** how it moved, with its interval, or why it has none; empty where no change is known */
	change: string;
	/** the same apart */
	moved: string;
	interval: string;
};

/** A key figure and how it moved, as a page or paper writes them. */
export function keyWords(figure: WrittenFigure, formats: Formats): KeyWords {
	const { kind, value, change, low, high, unsure } = figure;
	const column = { head: '', kind, ...(figure.currency && { currency: figure.currency }) };
	const moves = movedWords(column, formats);
	// a mere 0 beside a number says nothing to whoever does not know what it is of, nor does one between 0 and 0
	const isStill = change === 0 && (low ?? 0) === 0 && (high ?? 0) === 0;
	const moved = change === null ? '' : isStill ? m['moved.none']({}, formats) : moves(change);
	const isKnown = low !== null && high !== null;
	const around = isKnown ? formats.between(low, high, moves) : unsure;
	const interval = moved !== '' && !isStill && around ? `(${around})` : '';
	const written = [moved, interval].filter(Boolean).join(' ');
	const least = figure.atLeast && value !== null ? '≥\u00a0' : '';
	return {
		value: least + cellWords(value, column, formats),
		change: written,
		moved,
		interval
	};
}

/** Why there may be more than a key figure says, in words; empty where it says all. */
export function leastWords({ atLeast }: Pick<WrittenFigure, 'atLeast'>, formats: Formats): string {
	return atLeast ? m['key.atLeast']({}, formats) : '';
}

/**
 * What is noted beside a key figure: why it has no value, why it is not compared, or why there may be more of it;
 * empty for nothing.
 */
export function noteWords(
	{ value, note, atLeast }: Pick<WrittenFigure, 'value' | 'atLeast'> & { note: string | null },
	formats: Formats
): string {
	// which is also why it is not compared
	if (atLeast) return leastWords({ atLeast }, formats);
	if (!note) return '';
	return value === null ? note : m['compare.notComparable']({ why: note }, formats);
}

/** How far a figure moved, with its sign, in the units it is written in. */
function movedWords(column: ColumnHead, formats: Formats): (change: number) => string {
	switch (column.kind) {
		case 'rate':
		case 'share':
			return formats.points;
		case 'money':
		case 'ratio':
		case 'decimal':
			return (change) => {
				const written = cellWords(Math.abs(change), column, formats);
				// what is written as nothing has no sign
				if (written === cellWords(0, column, formats)) return written;
				return `${change < 0 ? '\u2212' : '+'}${written}`;
			};
		default:
			return formats.change;
	}
}
