import type { Locale } from '#lib/locales.ts';
import type { Kind } from './typed.ts';

/** The columns that rows without a head are taken to have, in this order, as each language calls them. */
export const pastedColumns = {
	en: {
		spend: ['Channel', 'From', 'To', 'Spend', 'Currency', 'Campaign'],
		value: ['Date', 'Value', 'Currency', 'Channel', 'Campaign'],
		placement: ['Sponsor', 'Issue', 'Fee', 'Currency', 'Guaranteed clicks', 'Item']
	},
	fr: {
		spend: ['Canal', 'Du', 'Au', 'Dépense', 'Devise', 'Campagne'],
		value: ['Date', 'Valeur', 'Devise', 'Canal', 'Campagne'],
		placement: ['Partenaire', 'Numéro', 'Prix', 'Devise', 'Clics garantis', 'Article']
	}
} satisfies Record<Locale, Record<Kind, string[]>>;

/** Separators, the surest first: a spreadsheet's clipboard holds tabs. */
const separators = ['\t', ';', ','] as const;

/**
 * Rows that somebody copied from a spreadsheet, as a file that is imported like any other: a first
 * line without a digit is its head, else it is given one.
 *
 * @example pastedFile('placement', 'Acme\t12\t300', 'en').split('\n')[0] // => 'Sponsor\tIssue\tFee'
 */
export function pastedFile(kind: Kind, text: string, locale: Locale): string {
	const rows = text.replaceAll('\r\n', '\n').replace(/^\n+|\n+$/g, '');
	const [first = ''] = rows.split('\n');
	if (!/\d/.test(first)) return `${rows}\n`;
	const separator = separators.find((one) => first.includes(one)) ?? '\t';
	const head = pastedColumns[locale][kind].slice(0, first.split(separator).length);
	return `${head.join(separator)}\n${rows}\n`;
}
