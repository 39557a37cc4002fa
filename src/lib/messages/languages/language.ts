import type { Locale } from '#lib/locales.ts';
import { english } from './english.ts';
import { french } from './french.ts';

/** How a language writes what `Intl` does not know. */
export type Language = {
	/** the region whose dates it is written with, as `Intl` takes it */
	tag: string;
	/** whose names of days and months stand in a line of text */
	calendarTag: string;
	/** an interval in a sentence: `1.22 to 1.63` */
	between(low: string, high: string): string;
	/** a day of the month before its name: `18` */
	dayOfMonth(day: string): string;
	/** a time of day, of two digits each as `Intl` gives them: `07:05` */
	time(hour: string, minute: string): string;
	/** the number of an issue: `no. 192` */
	issue(number: number): string;
	/** how dates are written, by its letters: `DD/MM/YYYY` */
	datePattern(pattern: string): string;
	/** what its spreadsheets part cells and decimals by, where they open a file of comma-separated values */
	spreadsheet: { delimiter: ',' | ';'; decimal: '.' | ',' };
	quote(text: string): string;
	/** a label before what it is about: `Clickers: 12` */
	labelled(label: string, value: string): string;
};

const languages: Record<Locale, Language> = { fr: french, en: english };

/** How that language writes. */
export function languageOf(locale: Locale): Language {
	return languages[locale];
}
