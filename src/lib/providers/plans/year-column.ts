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

function isMonth(cell: string): boolean {
	return (
		monthNamed(cell) !== null || (/^\d{1,2}$/.test(cell) && Number(cell) >= 1 && Number(cell) <= 12)
	);
}
