import type { StatedValue, Statement } from '../findings/statement.ts';
import { countWord, type Formats } from './format.ts';
import { words } from './words.ts';

function worded(value: StatedValue, formats: Formats): string | number {
	if (typeof value === 'string') return value;
	if ('n' in value) return countWord(value.n, formats);
	if ('count' in value) return formats.number(value.count);
	if ('rate' in value) return formats.percent(value.rate);
	if ('share' in value) return formats.percent(value.share);
	if ('points' in value) return formats.points(value.points);
	if ('lift' in value) return formats.lift(value.lift);
	if ('money' in value) return formats.money(value.money, value.currency, { perUnit: true });
	if ('each' in value) return formats.each(value.each, value.currency);
	if ('low' in value) return formats.between(value.low, value.high, formats[value.of]);
	if ('quoted' in value) return formats.quote(value.quoted);
	if ('list' in value) return listed(value.list.map(formats.quote), formats);
	if ('counted' in value)
		return listed(
			value.counted.map(
				({ n, words: key }) => `${formats.number(n)} (${words(key, {}, formats.locale)})`
			),
			formats
		);
	if ('said' in value) return stated(value.said, formats);
	if ('words' in value) return words(value.words, {}, formats.locale);
	return formats.instant(value.at);
}

function listed(names: readonly string[], { locale }: Formats): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** Writes a sentence out, its numbers and dates as the language writes them. */
export function stated({ key, values }: Statement, formats: Formats): string {
	const entries = Object.entries(values).map(([name, value]) => [name, worded(value, formats)]);
	return words(key, Object.fromEntries(entries), formats.locale);
}
