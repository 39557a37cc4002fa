import { DAY_SECONDS } from '#lib/duration.ts';
import { countWord, createFormats, type Formats } from './format.ts';
import type { Locale } from './compiled/runtime.js';
import { m } from './compiled/messages.js';

/** Seconds of each unit, the largest first, and how many of it are said with the next smaller one. */
const units = [
	{ unit: 'days', seconds: DAY_SECONDS, from: 2, upTo: 7 },
	{ unit: 'hours', seconds: 3600, from: 1, upTo: 48 },
	{ unit: 'minutes', seconds: 60, from: 1, upTo: 10 },
	{ unit: 'seconds', seconds: 1, from: 0, upTo: Infinity }
] as const;

/**
 * A length of time as people say it: in its largest unit, with the next one where that tells something.
 *
 * @example durationWords(63_033, formats) // => '17 h 31 min'
 */
export function durationWords(seconds: number, formats: Formats): string {
	const place = units.findIndex((one) => Math.round(seconds) >= one.from * one.seconds);
	const [large, small] = [units[place]!, units[place + 1]];
	const words = (unit: (typeof units)[number]['unit'], n: number) =>
		m[`span.${unit}`]({ n: countWord(n, formats) }, { locale: formats.locale });
	if (!small || seconds >= large.upTo * large.seconds)
		return words(large.unit, Math.round(seconds / large.seconds));
	const rounded = Math.round(seconds / small.seconds) * small.seconds;
	const [n, rest] = [Math.floor(rounded / large.seconds), rounded % large.seconds];
	return [words(large.unit, n), ...(rest ? [words(small.unit, rest / small.seconds)] : [])].join(
		'\u00a0'
	);
}

/** That somebody tried too often, and how long to wait. */
export function waitWords(seconds: number, locale: Locale): string {
	const span = durationWords(seconds, createFormats(locale, 'UTC'));
	return m['signIn.tooMany']({ span }, { locale });
}
