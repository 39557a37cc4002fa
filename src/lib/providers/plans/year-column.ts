import { monthNamed } from '#lib/calendar-words.ts';
import type { SheetTable } from '../../csv/sheet.ts';
import { plainWord } from '../words/languages.ts';

const YEAR = /^(?:year|annee|exercice|jahr|ano|anno|jaar)$/;

/**
 * The column of the year, where a table keeps years and months apart: `Year, Month`, `Année;Mois`.
 *
 * @param months the column of the months
 */
export function yearColumn(
	{ header, sample }: SheetTable,
	months: number | undefined
): number | undefined {
	const filled = (column: number) =>
		sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	const areMonths = months !== undefined && filled(months).every(isMonth);
	if (!areMonths || filled(months).length === 0) return undefined;
	const year = header.findIndex(
		(name, column) =>
			YEAR.test(plainWord(name)) && filled(column).every((cell) => /^(?:19|20)\d\d$/.test(cell))
	);
	return year === -1 ? undefined : year;
}

/** A month and its year as one cell: `janvier 2026`, `1/2026`. */
export function monthWithYear(month: string, year: string): string {
	return `${month.trim()}${/^\d/.test(month.trim()) ? '/' : ' '}${year.trim()}`;
}

const SHORT = /^(\p{L}{3,10}\.?)[- ]?['’]?(\d\d)$/u;

/** Whether cells are months with two figures of their year, as spreadsheets show them: `Jan-26`, `févr.-26`. */
export function shortYear(cells: readonly string[]): boolean {
	const found = cells.flatMap((cell) => {
		const [, name = '', year] = SHORT.exec(cell.trim()) ?? [];
		const month = monthNamed(name);
		return month === null ? [] : [{ month, year }];
	});
	// days of a month have more numbers than names
	const months = new Set(found.map(({ month }) => month)).size;
	return found.length > 0 && new Set(found.map(({ year }) => year)).size <= months;
}

/** Such a cell with all four figures; another one as it is. */
export function withWholeYear(cell: string): string {
	const [, name = '', year] = SHORT.exec(cell.trim()) ?? [];
	return monthNamed(name) === null ? cell : `${name} 20${year}`;
}

function isMonth(cell: string): boolean {
	return (
		monthNamed(cell) !== null || (/^\d{1,2}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= 12)
	);
}
