import type { SheetTable } from '../../../csv/sheet.ts';
import { plainHeader } from '../words/header-words.ts';

/** A time of day and nothing else: `9:07`, `09h07`, `21:15:03`, `9 h`, `9:07 pm`. */
const CLOCK = /^\d{1,2} ?(?:[:h] ?(?:\d{2}(?:[:m]\d{2}s?)?)? ?(?:[ap]\.?m\.?)?|[ap]\.?m\.?)$/i;

/** One as people say it in a language of theirs: `9 Uhr`, `14:05 h`, `14u05`, `14 h 05 min`, `at 14:05`, `9 a.m.`. */
const WORDED =
	/^(?:(?:at|à|a|um|om|a las|alle|às|as|kl\.?) )?([01]?\d|2[0-4])(?: ?[:.hu] ?([0-5]\d)(?: ?[:.m] ?([0-5]\d))?)? ?(?:(?:uhr|uur|u|hrs?|hs?|horas?|ore|mi?n|s)\.?|([ap])\.?m\.?)?$/i;
/** The same with nothing but a point, which may be a number as well. */
const POINTED = /^\d{1,2}\.\d{2}$/;

/** Whether a cell is a time of day; a number alone is none, nor one with a point where its column may be of numbers. */
function isClock(cell: string, mayBeNumber: boolean): boolean {
	if (CLOCK.test(cell) || DIGITS.test(cell)) return true;
	return WORDED.test(cell) && !/^\d+$/.test(cell) && !(mayBeNumber && POINTED.test(cell));
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
/** English has no point in times of day. */
const ENGLISH = /\b(?:time|hour|clock)\b/;
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
		const topic = topicOf(name, HOUR);
		const mayBeNumber = (topic !== '' && topic !== day) || ENGLISH.test(plainHeader(name));
		const areAll = cells.length > 0 && cells.every((cell) => isClock(cell, mayBeNumber));
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

/** As nearly all are written. */
const PLAIN = /^\d{1,2}[:h]\d{2}(?::\d{2})?$/;

/** A time of day as `14:05`, `14:05:30` or `9:00 am`, however it is said. */
function plainClock(clock: string): string {
	const [, hour, minute = '00', second, half] = PLAIN.test(clock)
		? []
		: (WORDED.exec(clock.trim()) ?? []);
	if (hour === undefined) return clock;
	return `${hour}:${minute}${second === undefined ? '' : `:${second}`}${half === undefined ? '' : ` ${half}m`}`;
}

/** A day and the time of day of another cell as one instant: `20251010` and `093005` too. */
export function dayWithClock(day: string, clock: string): string {
	const [, hour, minute, second] = DIGITS.exec(clock.trim()) ?? [];
	const time =
		hour === undefined ? plainClock(clock) : `${hour.padStart(2, '0')}:${minute}:${second}`;
	return `${day.replace(/^\s*(\d{4})(\d{2})(\d{2})\s*$/, '$1-$2-$3')} ${time}`;
}
