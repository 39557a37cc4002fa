import { monthNamed, months, plainMonths } from '#lib/calendar-words.ts';

const patterns: [RegExp, (match: RegExpExecArray) => [string, string | number, string]][] = [
	[/(?<!\d)((?:19|20)\d\d)[-./_](\d{1,2})[-./_](\d{1,2})(?!\d)/, (f) => [f[1]!, f[2]!, f[3]!]],
	[/(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/, (f) => [f[1]!, f[2]!, f[3]!]],
	[
		new RegExp(
			`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|°)?\\.?[ _-](?:of |de |d[’'])?(${plainMonths})\\.?,?[ _-](?:de |del )?((?:19|20)\\d\\d)`
		),
		(f) => [f[3]!, monthNamed(f[2]!)!, f[1]!]
	],
	[
		new RegExp(
			`(?<!\\p{L})(${plainMonths})\\.?[ _-](\\d{1,2})(?:st|nd|rd|th)?,?[ _-]((?:19|20)\\d\\d)`,
			'u'
		),
		(f) => [f[3]!, monthNamed(f[1]!)!, f[2]!]
	],
	// 2024-Mar-04, 2024Mar04
	[
		new RegExp(`(?<!\\d)((?:19|20)\\d\\d)[ ._-]?(${plainMonths})[ ._-]?(\\d{1,2})(?!\\d)`),
		(f) => [f[1]!, monthNamed(f[2]!)!, f[3]!]
	],
	// 31/12/2024: day first, as in French and most of English; refused where that is no date
	[
		/(?<!\d)(\d{1,2})[/._-](\d{1,2})[/._-]((?:19|20)\d\d)(?![\p{L}\d])/u,
		(f) => [f[3]!, f[2]!, f[1]!]
	]
];

/** "12. März 2026", "12. marzo": the number of a day, and no number of a list, alone in its line. */
export const DAY_BEFORE_MONTH = new RegExp(
	`^\\s*\\d{1,2}\\.\\s(?:${months})\\.?(?:\\s(?:19|20)\\d\\d)?\\s*$`,
	'iu'
);

/**
 * Finds the first date that a text writes, in words of the languages that letters are read in.
 *
 * @returns YYYY-MM-DD, or null
 * @example findDate('Revue de presse du 23 août 2024') // => '2024-08-23'
 */
export function findDate(text: string): string | null {
	return dateIn(text)?.date ?? null;
}

/** A text without the first date that it writes: without accents and capitals too, where it writes one. */
export function withoutDate(text: string): string {
	const found = dateIn(text);
	if (!found) return text;
	const { plain, match } = found;
	return `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
}

function dateIn(text: string): { date: string; plain: string; match: RegExpExecArray } | null {
	// asked of every line, most of which name no year
	if (!/(?:19|20)\d\d/.test(text)) return null;
	const plain = text
		.slice(0, 500)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/\s+/g, ' ');

	for (const [pattern, parts] of patterns) {
		const match = pattern.exec(plain);
		if (!match) continue;
		const [year, month, day] = parts(match).map(Number) as [number, number, number];
		if (month < 1 || month > 12 || day < 1 || day > 31) continue;
		const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
		return { date, plain, match };
	}

	return null;
}
