import type { SheetTable } from '../../csv/sheet.ts';
import { plainHeader } from './header-words.ts';

/** A time of day and nothing else: `9:07`, `09h07`, `21:15:03`, `9 h`, `9:07 pm`. */
const CLOCK = /^\d{1,2} ?(?:[:h] ?(?:\d{2}(?:[:m]\d{2}s?)?)? ?(?:[ap]\.?m\.?)?|[ap]\.?m\.?)$/i;

/** One with a point or with the word for it: `14.05`, `9 Uhr`, `14:05 h`. */
const WORDED = /^(\d{1,2})(?:[.:](\d{2})(?:[.:](\d{2}))?)? ?(?:uhr|uur|hrs?|h|horas?|ore)?\.?$/i;

/** Whether a cell is a time of day; a number alone is none. */
function isClock(cell: string): boolean {
	return CLOCK.test(cell) || DIGITS.test(cell) || (WORDED.test(cell) && !/^\d+\.?$/.test(cell));
}

/** Whether cells are times of day and nothing else, so that they date nothing by themselves. */
export function areClocks(cells: readonly string[]): boolean {
	const filled = cells.map((cell) => cell.trim()).filter(Boolean);
	return filled.length > 0 && filled.every((cell) => /\D/.test(cell) && CLOCK.test(cell));
}

/** A time of day in digits alone, `093005`: of a spreadsheet the zero before them is gone. */
const DIGITS = /^([01]?\d|2[0-3])([0-5]\d)([0-5]\d)$/;

const HOUR =
	/\b(?:heures?|horaire|time(?: of day)?|hour|clock|uhrzeit|uhr|stunde|zeit|horas?|horario|ora|ore|orario|tijd|tijdstip|uur)\b/;
const DAY = /\b(?:date|day|jour|datum|tag|fecha|dia|data|giorno|dag)\b/;
/** Words that only hold a name together. */
const BETWEEN = /\b(?:of|the|d|de|du|l|la|le|des|der|del|della|do|da|van|utc|gmt|local|locale)\b/g;

/**
 * The column of the time of day, where a table keeps day and time apart: `Date;Heure`, `Date_Clic;
 * Heure_Clic`. One of another date than that of the rows (`Heure d’envoi`) is not theirs.
 *
 * @param at the column of the day
 */
export function clockColumn(
	{ header, sample }: SheetTable,
	at: number | undefined
): number | undefined {
	if (at === undefined || sample.some((row) => /\d[:h]\d/i.test(row[at] ?? ''))) return undefined;

	const day = topicOf(header[at] ?? '', DAY);
	const clocks = header.flatMap((name, column) => {
		const cells = sample.map((row) => (row[column] ?? '').trim()).filter(Boolean);
		const areAll = cells.length > 0 && cells.every(isClock);
		const topic = topicOf(name, HOUR);
		return column !== at && areAll && topic !== null ? [{ column, topic }] : [];
	});
	const own =
		clocks.find(({ topic }) => topic === day) ??
		clocks.find(({ topic }) => topic === '') ??
		(day === '' || day === null ? clocks[0] : undefined);
	return own?.column;
}

/** What a header speaks of besides the day or the time; null where it names neither. */
function topicOf(header: string, words: RegExp): string | null {
	const text = plainHeader(header);
	return words.test(text)
		? text.replace(words, ' ').replace(BETWEEN, ' ').replace(/\s+/g, ' ').trim()
		: null;
}

/** `9 Uhr` and `14.05` as `9:00` and `14:05`; any other as it is. */
function plainClock(clock: string): string {
	const [, hour, minute = '00', second] = WORDED.exec(clock.trim()) ?? [];
	return hour === undefined
		? clock
		: `${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
}

/** A day and the time of day of another cell as one instant: `20251010` and `093005` too. */
export function dayWithClock(day: string, clock: string): string {
	const [, hour, minute, second] = DIGITS.exec(clock.trim()) ?? [];
	const time =
		hour === undefined ? plainClock(clock) : `${hour.padStart(2, '0')}:${minute}:${second}`;
	return `${day.replace(/^\s*(\d{4})(\d{2})(\d{2})\s*$/, '$1-$2-$3')} ${time}`;
}
