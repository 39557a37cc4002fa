import type { Language } from './language.ts';

/** French; spaces before colons and inside quotation marks are those that no line is broken at. */
export const french: Language = {
	tag: 'fr-FR',
	calendarTag: 'fr-FR',
	between: (low, high) => `${low} à ${high}`,
	dayOfMonth: (day) => (day === '1' ? '1er' : day),
	time: (hour, minute) => `${Number(hour)}\u00a0h\u00a0${minute}`,
	datePattern: (pattern) => pattern.replaceAll('D', 'J').replaceAll('Y', 'A'),
	issue: (number) => `n°\u00a0${number}`,
	spreadsheet: { delimiter: ';', decimal: ',' },
	quote: (text) => `«\u00a0${text}\u00a0»`,
	labelled: (label, value) => `${label}\u00a0: ${value}`
};
