import type { StatedValue, Statement } from '../findings/statement.ts';
import { countWord, type Formats } from './format.ts';
import { words } from './words.ts';

function worded(value: StatedValue, say: Formats): string | number {
	if (typeof value === 'string') return value;
	if ('n' in value) return countWord(value.n, say);
	if ('count' in value) return say.number(value.count);
	if ('rate' in value) return say.percent(value.rate);
	if ('share' in value) return say.percent(value.share);
	if ('points' in value) return say.points(value.points);
	if ('lift' in value) return say.lift(value.lift);
	if ('money' in value) return say.money(value.money, value.currency, { perUnit: true });
	if ('each' in value) return say.each(value.each, value.currency);
	if ('low' in value) return say.between(value.low, value.high, say[value.of]);
	if ('quoted' in value) return say.quote(value.quoted);
	if ('list' in value) return listed(value.list.map(say.quote), say);
	if ('counted' in value)
		return listed(
			value.counted.map(({ n, words: key }) => `${say.number(n)} (${words(key, {}, say.locale)})`),
			say
		);
	if ('said' in value) return stated(value.said, say);
	if ('words' in value) return words(value.words, {}, say.locale);
	return say.instant(value.at);
}

function listed(names: readonly string[], { locale }: Formats): string {
	return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** Writes a sentence out, its numbers and dates as the language writes them. */
export function stated({ key, values }: Statement, say: Formats): string {
	const entries = Object.entries(values).map(([name, value]) => [name, worded(value, say)]);
	return words(key, Object.fromEntries(entries), say.locale);
}
