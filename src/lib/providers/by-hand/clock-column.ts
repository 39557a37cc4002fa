import type { Table } from '../../csv/sheet.ts';
import { plainHeader } from './header-words.ts';

const CLOCK = /^\s*\d{1,2}\s?[:h]\s?(\d{2})?/i;

/** The column of the time of day, where a table keeps day and time apart (`Date;Heure`). */
export function clockColumn({ header, sample }: Table, at: number | undefined): number | undefined {
	if (at === undefined || sample.some((row) => /\d[:h]\d/i.test(row[at] ?? ''))) return undefined;

	const column = header.findIndex(
		(name, i) =>
			i !== at && /^(heure|heures|time|hour|horaire|time of day)$/.test(plainHeader(name))
	);
	const cells = sample.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
	return column !== -1 && cells.every((cell) => CLOCK.test(cell)) ? column : undefined;
}
