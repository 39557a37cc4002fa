// long: it is the list of all formats, more than logic
import { HOUR, MINUTE } from '#lib/duration.ts';
import { decimalsOf } from '#lib/minor-units.ts';
import type { Locale } from '#lib/locales.ts';
import { intervalEnds } from './interval-ends.ts';
import { languageOf } from './languages/language.ts';

/** Turns a number into words: one of the functions of `createFormats`, for use in an interval. */
export type Formatter = (value: number) => string;

export type Formats = ReturnType<typeof createFormats>;

// the fonts lack U+202F, which Intl writes in French, and a hyphen is not a minus
function typeset(text: string): string {
	return text.replaceAll('\u202f', '\u00a0').replaceAll('-', '\u2212');
}

/** Building what writes numbers and dates takes far longer than writing one: each is made once. */
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function once<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
	make: new (tag: string, options: object) => Format,
	tag: string,
	options: object
): Format {
	const key = `${make.name} ${tag} ${JSON.stringify(options)}`;
	const known = made.get(key) ?? new make(tag, options);
	made.set(key, known);
	return known as Format;
}

/**
 * A number for a message: written as the language does (`1,200`), and choosing between singular and
 * plural as the number that it is.
 */
export function countWord(value: number, formats: Pick<Formats, 'number'>): number {
	const word = { valueOf: () => value, toString: () => formats.number(value) };
	return word as unknown as number;
}

/**
 * How numbers, money and dates are written in a language, and instants in a time zone.
 *
 * Rates are 0..1, money is in minor units, instants are UTC milliseconds.
 *
 * @example createFormats('fr', 'Europe/Paris').percent(0.0934) // => '9,3\u00a0%'
 */
// eslint-disable-next-line max-lines-per-function -- a closure: formats of one language, which use each other
export function createFormats(locale: Locale, zone: string) {
	const language = languageOf(locale);

	function numbers(options: Intl.NumberFormatOptions = {}): Formatter {
		// nothing is less than zero that is written as zero
		const format = once(Intl.NumberFormat, locale, { signDisplay: 'negative', ...options });
		return (value) => typeset(format.format(value));
	}

	/** a count: `18,412` */
	const number = numbers({ maximumFractionDigits: 0 });
	/** an estimate of a count, without decimals: `193` */
	const whole: Formatter = (estimate) => number(Math.round(estimate));
	/** a lift or a return: `1.41` */
	const lift = numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
	/** a rate: `9.3%` */
	const percent = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
	/** a share that bears no decimals: `9%` */
	const share = numbers({ style: 'percent', maximumFractionDigits: 0 });
	/** a chance, of which no data make a certainty: `12%`, `< 1%` */
	const chance: Formatter = (value) =>
		value < 0.01 ? `<\u00a0${share(0.01)}` : value > 0.99 ? `>\u00a0${share(0.99)}` : share(value);
	/** a number of which tenths matter, aligned in a column: `2.0` */
	const tenths = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
	/** a number of decimals that varies, as few as it needs: `2.5` */
	const decimal = numbers({ maximumFractionDigits: 1 });
	/** a change of a count: `+112`, `−112` */
	const change = numbers({ signDisplay: 'exceptZero', maximumFractionDigits: 0 });

	const signed = numbers({
		signDisplay: 'exceptZero',
		minimumFractionDigits: 1,
		maximumFractionDigits: 1
	});
	/** a difference of two rates: `+0.6 pt` */
	const points: Formatter = (difference) => `${signed(difference * 100)}\u00a0pt`;

	const endOf = intervalEnds(numbers, { lift, points });
	/** an end of an interval without the other: `0.996` */
	const end = (value: number, format: Formatter = lift) => endOf(value, value, format);

	/**
	 * minor units: `€1,240`, `€1,240.50`; in columns, and per click or reader, with all decimals: `€4.90`;
	 * along an axis with none
	 */
	function money(minor: number, currency: string, { perUnit = false, axis = false } = {}): string {
		const decimals = decimalsOf(currency);
		const digits = axis ? 0 : decimals;
		const format = numbers({
			style: 'currency',
			currency,
			minimumFractionDigits: digits,
			maximumFractionDigits: digits,
			// an amount is the same wherever it stands: only decimals that say nothing are left out
			...(!perUnit && { trailingZeroDisplay: 'stripIfInteger' })
		});
		return format(minor / 10 ** decimals);
	}

	/** an amount as it is typed into a field, in minor units: `1250.50` */
	function typedAmount(minor: number, currency: string): string {
		const decimals = decimalsOf(currency);
		return typed(minor / 10 ** decimals, decimals);
	}

	/** a number, or its digits, as it is typed into a field, with all its decimals: `2.25` */
	function typed(value: number | string, decimals?: number): string {
		return numbers({
			useGrouping: false,
			minimumFractionDigits: decimals ?? 0,
			maximumFractionDigits: decimals ?? 15
		})(value as number);
	}

	/** units of a currency, of which one is whole: `€1.66`, `€1` */
	function each(units: number, currency: string): string {
		const digits = units === 1 ? 0 : 2;
		return numbers({
			style: 'currency',
			currency,
			minimumFractionDigits: digits,
			maximumFractionDigits: digits
		})(units);
	}

	/** the size of a file: `1.2 MB` */
	function size(bytes: number): string {
		const [unit, step] = bytes < 1e6 ? ['kilobyte', 1e3] : ['megabyte', 1e6];
		return numbers({ style: 'unit', unit, maximumFractionDigits: 1 })(bytes / step);
	}

	/** in tables: `1.22–1.63` */
	function interval(low: number, high: number, format: Formatter = lift): string {
		return `${endOf(low, high, format)}–${endOf(high, low, format)}`;
	}

	/** in sentences: `1.22 to 1.63` */
	function between(low: number, high: number, format: Formatter = lift): string {
		return language.between(endOf(low, high, format), endOf(high, low, format));
	}

	const calendar = once(Intl.DateTimeFormat, language.calendarTag, {
		timeZone: zone,
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		hourCycle: 'h23'
	});

	function parts(at: number) {
		const values = calendar.formatToParts(at).map(({ type, value }) => [type, value] as const);
		return Object.fromEntries(values) as Record<Intl.DateTimeFormatPartTypes, string>;
	}

	/** `18 Sep 2025` */
	function day(at: number): string {
		return `${shortDay(at)} ${parts(at).year}`;
	}

	/** `Thu 18 Sep 2025` */
	function weekday(at: number): string {
		return `${parts(at).weekday} ${day(at)}`;
	}

	/** `18 Sep`, where the year is said elsewhere */
	function shortDay(at: number): string {
		const { day, month } = parts(at);
		return `${language.dayOfMonth(day)} ${month}`;
	}

	/** `Sep 2025` */
	function month(at: number): string {
		const { month, year } = parts(at);
		return `${month} ${year}`;
	}

	/** `07:05` */
	function time(at: number): string {
		const { hour, minute } = parts(at);
		return language.time(hour, minute);
	}

	/** an hour of the day: `07:00` */
	const clock: Formatter = (hour) => language.time(String(hour), '00');

	/**
	 * `Thu 18 Sep 2025, 07:05`; a day without an hour is stored as its midnight: then the day alone, unless
	 * it was `planned`
	 */
	function instant(at: number, { planned = false } = {}): string {
		const { hour, minute } = parts(at);
		const dayAlone = at % MINUTE === 0 && Number(hour) + Number(minute) === 0;
		return dayAlone && !planned ? weekday(at) : `${weekday(at)}, ${time(at)}`;
	}

	// Swedish writes dates as addresses have them
	const dates = once(Intl.DateTimeFormat, 'sv-SE', { timeZone: zone, dateStyle: 'short' });

	/** as addresses have it: `2025-09-18` */
	const date: Formatter = (at) => dates.format(at);

	/** an instant of a local day, to write it by: noon in London is the next day from twelve hours east of it on */
	function onDay(local: string): number {
		const noon = Date.parse(`${local}T12:00:00Z`);
		return date(noon) === local ? noon : noon - 12 * HOUR;
	}

	const months = once(Intl.DateTimeFormat, language.calendarTag, {
		timeZone: 'UTC',
		month: 'short',
		year: 'numeric'
	});

	/** a month named `2025-09`: `Sep 2025` */
	function monthOf(name: string): string {
		return months.format(Date.parse(`${name}-01`));
	}

	/** `3 Jul – 18 Sep 2025`; the first year only where it differs, and one day alone as a day */
	function period(from: number, to: number): string {
		if (date(from) === date(to)) return day(to);
		const isSameYear = parts(from).year === parts(to).year;
		return `${isSameYear ? shortDay(from) : day(from)} – ${day(to)}`;
	}

	return {
		locale,
		zone,
		number,
		whole,
		lift,
		percent,
		share,
		chance,
		tenths,
		decimal,
		change,
		points,
		money,
		typed,
		typedAmount,
		each,
		size,
		end,
		interval,
		between,
		day,
		weekday,
		shortDay,
		date,
		onDay,
		month,
		time,
		clock,
		instant,
		monthOf,
		period,
		issue: language.issue,
		labelled: language.labelled,
		quote: language.quote
	};
}
