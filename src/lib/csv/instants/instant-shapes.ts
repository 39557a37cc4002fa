// Over 250 lines: the shapes of instants share their parts, and are told from each other side by side.
import { DAY, HOUR, MINUTE } from '#lib/duration.ts';
import { monthNamed } from '#lib/calendar-words.ts';
import { ABBREVIATIONS } from './named-zone.ts';

/** The order of day, month and year in a date of numbers. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

type Shape = 'iso' | 'numeric' | 'words' | 'compact' | 'unix';

export type Precision = 'day' | 'minute' | 'second' | 'millisecond';

/** An instant as it is written, before its zone is known. */
export type Written = {
	shape: Shape;
	/** milliseconds as if the local time were UTC */
	local: number;
	/** milliseconds ahead of UTC, null where the cell does not say */
	offset: number | null;
	precision: Precision;
	/** numeric dates: the first two numbers, whose order is the question; else null */
	pair: [number, number] | null;
	/** how a person would write the format: `DD/MM/YYYY HH:mm` with `D1` and `D2` for the pair */
	pattern: string;
};

const TIME =
	/(?<![\d:.+-])(\d{1,2})(?:(:)(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|\s?h\s?(\d{2})?(?:\s?m(?:in)?\s?(\d{2})?)?)(?:\s*([ap])\.?\s?m\b\.?)?/i;
const ZONE =
	/(?:\b(?:UTC|GMT))?([+-])(\d{2}):?(\d{2})?(?:\s+[A-Z]{2,5})?$|(?<![A-Za-z])(Z|[A-Z]{3,4})$/;
const NUMERIC = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?$/;
/** Seconds, with a fraction or without; milliseconds; microseconds. */
const UNIX = /^(\d{9,10})(?:[.,](\d{1,9}))?$|^(\d{12,13})(?:[.,]\d{1,6})?$|^(\d{15,16})$/;

/** What stands between a day and its time. */
const BEFORE_CLOCK =
	/(?:(?<!\s)\s+(?:à|at|um|om|a las|a|alle(?: ore)?|ore|às|as|kl\.?|[-–|])|T|,)\s*$/i;
/** Names of a weekday, and articles, before a date of numbers. */
const BEFORE_DAY = /^(?:\p{L}{2,13}(?:-feira)?\.?,?\s+){1,2}/u;
/** Between a month and its year. A rating "10 out of 12" is no day of October in Portuguese. */
const BEFORE_YEAR: ReadonlySet<string> = new Set('de del do d the st nd rd th er e a'.split(' '));

/** No instant takes more characters, however it is written. */
const LONGEST = 64;

/** Days from 1970-01-01, in the proleptic Gregorian calendar; NaN for a day that does not exist. */
export function dayNumber(year: number, month: number, day: number): number {
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return NaN;
	// Howard Hinnant's days_from_civil: years that begin in March have their leap day last
	const y = month > 2 ? year : year - 1;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
	const centuries = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
	return era * 146_097 + yearOfEra * 365 + centuries + dayOfYear - 719_468;
}

function daysIn(year: number, month: number): number {
	if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Reads a cell in any of the shapes that exports use. The order of a numeric date is `order`.
 * Null where the cell holds no instant between 1900 and 2200.
 */
export function readWritten(cell: string, order: DateOrder): Written | null {
	// behind an apostrophe a spreadsheet reads text
	const trimmed = cell.trim().replace(/^'/, '');
	// the words of a zone in brackets go below: nothing else of an instant is as long
	if (trimmed.length > 2 * LONGEST) return null;
	const text = trimmed
		.normalize('NFC')
		.replace(/[\u00a0\u202f]/g, ' ')
		.replace(/(?<!\s)\s*\([^()]*\)$|(?<!\s)\s+m=[+-][\d.]+$/, '')
		// "12/May/2026:08:15:00", as web servers write it
		.replace(/^(\d\d?)\/([A-Za-z]{3})\/(\d{4}):(?=\d)/, '$1 $2 $3 ')
		// "14. 3. 2025"
		.replace(/(?<=\b\d\d?\.) (?=\d)/g, '')
		// "18.05 Uhr": the word for a time, which stands behind it
		.replace(/(?<=\d) ?(?:uhr|uur|hrs?|horas|ore)\b\.?$/i, '')
		// times with points: behind a day, or before AM and PM
		.replace(
			/^(.*\d{2})(?:,| -| um| om| alle| ore| alle ore| às| kl\.)? (\d{1,2})\.(\d{2})(?:\.(\d{2})(?:\.\d{1,9})?)?(?= ?[ap]\.?m|$)/i,
			withColons
		)
		// as `date` writes it, with the zone before the year
		.replace(/(:\d\d) ([A-Z]{3,4}) (\d{4})$/, '$1 $3 $2');
	// an address may hold the name of a month
	if (text === '' || text.length > LONGEST || text.includes('@')) return null;

	return readCompact(text) ?? readUnix(text) ?? readClockAndDay(text, order);
}

function withColons(_: string, day: string, hour: string, minute: string, second = '00'): string {
	return `${day} ${hour}:${minute}:${second}`;
}

function readCompact(text: string): Written | null {
	const match = COMPACT.exec(text);
	if (!match) return null;
	const [, year, month, day, hour, minute, second, zulu] = match;
	const number = dayNumber(Number(year), Number(month), Number(day));
	const local = localOf(number, Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), 0);
	if (!inRange(Number(year)) || local === null) return null;

	const precision = !hour ? 'day' : second ? 'second' : 'minute';
	const pattern = `YYYYMMDD${text.includes('T') ? 'T' : ''}${hour ? 'HHmm' : ''}${second ? 'ss' : ''}`;
	return {
		shape: 'compact',
		local,
		offset: zulu ? 0 : null,
		precision,
		pair: null,
		pattern: pattern + (zulu ?? '')
	};
}

function readUnix(text: string): Written | null {
	const match = UNIX.exec(text);
	if (!match) return null;
	const [, seconds, fraction = '', milliseconds, microseconds] = match;
	const parts = milliseconds
		? Number(milliseconds)
		: microseconds
			? Math.floor(Number(microseconds) / 1000)
			: null;
	const local = parts ?? Number(seconds) * 1000 + Math.floor(Number(`0.${fraction || 0}`) * 1000);
	const precision = parts !== null || fraction ? 'millisecond' : 'second';
	const pattern = milliseconds ? 'unix ms' : microseconds ? 'unix µs' : 'unix s';
	return { shape: 'unix', local, offset: 0, precision, pair: null, pattern };
}

/** A day in numbers or words, with or without a time before or after it, and a zone at the end. */
function readClockAndDay(text: string, order: DateOrder): Written | null {
	const clock = TIME.exec(text);
	// the offset comes after the time; without a time a final -04 belongs to the date
	const zone = clock && ZONE.exec(text);
	const offset = zone ? offsetOf(zone) : null;
	if (offset === undefined) return null;

	const zoneless = zone && offset !== null ? text.slice(0, zone.index) : text;
	const dayText = clock ? zoneless.replace(clock[0], ' ') : zoneless;
	const day = readDay(dayText.replace(BEFORE_CLOCK, '').trim(), order);
	if (!day) return null;

	const time = clock ? readTime(clock) : { ms: 0, precision: 'day' as const, pattern: '' };
	if (!time) return null;

	const local = day.number * DAY + time.ms;
	const pattern = [day.pattern, time.pattern, zone ? zonePattern(zone[0]) : ''];
	return {
		shape: day.shape,
		local,
		offset,
		precision: time.precision,
		pair: day.pair,
		pattern: pattern.filter(Boolean).join(' ')
	};
}

type Day = Pick<Written, 'shape' | 'pair' | 'pattern'> & { number: number };

function readDay(text: string, order: DateOrder): Day | null {
	const match = NUMERIC.exec(text.replace(BEFORE_DAY, ''));
	if (!match) return readDayInWords(text);

	const [, a = '', mark = '', b = '', c = ''] = match;
	if (a.length > 2) {
		if (a.length !== 4 || c.length > 2) return null;
		// year first leaves no question
		return dayOf('iso', a, b, c, null, `YYYY${mark}MM${mark}DD`);
	}
	if (c.length !== 2 && c.length !== 4) return null;
	// nobody writes the month first with dots
	const dayFirst = mark === '.' || order !== 'mdy';
	const pair: [number, number] | null = mark === '.' ? null : [Number(a), Number(b)];
	const pattern = `${pair ? `D1${mark}D2` : 'DD.MM'}${mark}${c.length === 4 ? 'YYYY' : 'YY'}`;
	return dayOf('numeric', c, dayFirst ? b : a, dayFirst ? a : b, pair, pattern);
}

function readDayInWords(text: string): Day | null {
	const words: string[] = text.toLowerCase().match(/[a-zà-ÿ]+|\d+/g) ?? [];
	// the last one: "mar." is a Tuesday in front of "avril"
	const at = words.findLastIndex((word) => monthNamed(word) !== null);
	if (at === -1) return null;

	// by their places: the 24th of '24 is twice one number
	const numbers = [...words.keys()].filter((i) => /^\d+$/.test(words[i]!));
	const yearAt = numbers.find((i) => words[i]!.length === 4) ?? numbers[1] ?? -1;
	const dayAt = numbers.find((i) => i !== yearAt && words[i]!.length <= 2) ?? -1;
	const [year, day] = [words[yearAt], words[dayAt]];
	if (!year || !day || numbers.length !== 2) return null;

	const dayFirst = dayAt < at;
	const between = words.slice(at + 1, yearAt).filter((_, i) => at + 1 + i !== dayAt);
	if (!between.every((word) => BEFORE_YEAR.has(word))) return null;
	const pattern = dayFirst ? 'D MMMM YYYY' : 'MMMM D, YYYY';
	return dayOf('words', year, String(monthNamed(words[at]!)), day, null, pattern);
}

function dayOf(
	shape: Shape,
	y: string,
	month: string,
	day: string,
	pair: Day['pair'],
	pattern: string
): Day | null {
	const year = y.length === 2 ? Number(y) + (Number(y) < 70 ? 2000 : 1900) : Number(y);
	const number = dayNumber(year, Number(month), Number(day));
	return inRange(year) && !Number.isNaN(number) ? { shape, number, pair, pattern } : null;
}

function inRange(year: number): boolean {
	return year >= 1900 && year < 2200;
}

function readTime(clock: RegExpExecArray) {
	const [, h, colon, m = '0', s, fraction, hm = '0', hs, half] = clock as string[];
	let hour = Number(h);
	if (half) {
		if (hour < 1 || hour > 12) return null;
		hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	}
	const ms = fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0;
	const second = s ?? hs;
	const time = localOf(0, hour, Number(colon ? m : hm), Number(second ?? 0), ms);
	if (time === null) return null;

	const precision: Precision = fraction ? 'millisecond' : second ? 'second' : 'minute';
	const seconds = colon ? `${second ? ':ss' : ''}${fraction ? '.SSS' : ''}` : '';
	const pattern = `${half ? 'hh' : 'HH'}${colon ? ':' : 'h'}mm${seconds}${half ? ' AM' : ''}`;
	return { ms: time, precision, pattern };
}

function localOf(day: number, hour: number, minute: number, second: number, ms: number) {
	// 24:00 and the leap second belong to the minute after, as clocks that write them mean it
	if (Number.isNaN(day) || hour > 24 || minute > 59 || second > 60) return null;
	if (hour === 24 && minute + second + ms > 0) return null;
	return day * DAY + hour * HOUR + minute * MINUTE + second * 1000 + ms;
}

/** Null where the last word is no zone (it may be a month); undefined for a zone nobody knows. */
function offsetOf([, sign, hours, minutes = '0', name]: RegExpExecArray):
	| number
	| null
	| undefined {
	if (name) {
		if (monthNamed(name) !== null) return null;
		const ahead = ABBREVIATIONS[name];
		return ahead === undefined ? undefined : ahead * HOUR;
	}
	if (Number(hours) > 14 || Number(minutes) > 59) return undefined;
	return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}

function zonePattern(zone: string): string {
	return /[+-]/.test(zone) ? '±hh:mm' : zone;
}
