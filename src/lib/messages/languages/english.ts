import type { Language } from './language.ts';

/** English, with British dates; only names of days and months are abbreviated as in America. */
export const english: Language = {
	tag: 'en-GB',
	calendarTag: 'en-US',
	between: (low, high) => `${low} to ${high}`,
	dayOfMonth: (day) => day,
	time: (hour, minute) => `${hour.padStart(2, '0')}:${minute}`,
	datePattern: (pattern) => pattern,
	issue: (number) => `no.\u00a0${number}`,
	spreadsheet: { delimiter: ',', decimal: '.' },
	quote: (text) => `“${text}”`,
	labelled: (label, value) => `${label}: ${value}`
};
