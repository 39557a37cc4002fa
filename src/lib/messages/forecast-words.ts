import { DAY } from '#lib/duration.ts';
import type { TrackRecord } from '../server/forecast/forecasts.ts';
import type { NextFigures } from '../server/forecast/next.ts';
import type { NotYet } from '../server/forecast/outlook.ts';
import type { Locale } from './compiled/runtime.js';
import { coveredFirst } from './covered-first.ts';
import { createFormats } from './format.ts';
import { words } from './words.ts';

/** Why a draft is not forecast yet, in a sentence. */
export function whyNotYet(
	{ notYet, issues }: { notYet: NotYet; issues: number },
	locale: Locale
): string {
	return words(`forecast.why.${notYet}`, { n: issues }, locale);
}

/** How good forecasts have been, in a sentence: of those that were kept, or looking back. */
export function scoreWords(
	of: 'kept' | 'lookBack',
	{ issues, items, totals }: TrackRecord,
	locale: Locale
): string {
	const formats = createFormats(locale, 'UTC');
	const known = { issues, items: items?.n ?? 0 };
	const said = {
		within90: formats.share(items?.within90 ?? 0),
		within50: formats.share(items?.within50 ?? 0),
		totals: formats.share(totals?.within90 ?? 0)
	};
	const coverage = words(`forecast.score.${of}`, { ...known, ...said }, locale);
	const better = betterBy(items);
	if (better === null) return coverage;
	// what is rounded to nothing is neither smaller nor larger
	const key = Math.round(better * 100) === 0 ? 'same' : better > 0 ? 'better' : 'worse';
	return `${coverage} ${words(`forecast.score.${key}`, { share: formats.share(Math.abs(better)) }, locale)}`;
}

/** How much smaller the error of forecasts is than that of "like last time": 0.3 is three tenths. */
export function betterBy(score: TrackRecord['items']): number | null {
	return score && score.naive > 0 ? 1 - score.error / score.naive : null;
}

type Covered = Pick<NextFigures, 'topics' | 'notYet'>;

/** The coming issue in one sentence; what nobody confirmed makes none. */
export function nextWords({ topics, notYet }: Covered, locale: Locale): string {
	if (notYet) return words('next.title.few', {}, locale);
	const confirmed = topics.filter(({ suggested }) => !suggested);
	// of totals alone, say, no topic can be told to be neither
	if (confirmed.length > 0 && confirmed.every(({ next }) => next === null))
		return words('next.title.untold', {}, locale);
	const listFormat = new Intl.ListFormat(locale);
	const quoted = createFormats(locale, 'UTC').quote;
	const named = (covered: 'under' | 'over') => {
		return coveredFirst(topics, covered)
			.slice(0, 2)
			.map(({ topic }) => quoted(topic));
	};
	const [under, over] = [listFormat.format(named('under')), listFormat.format(named('over'))];
	const key = under && over ? 'both' : under ? 'under' : over ? 'over' : 'none';
	return words(`next.title.${key}`, { under, over }, locale);
}

/** A weekday by its number, 1 Monday to 7, in the language of the page. */
export function weekdayName(day: number, locale: Locale): string {
	// the fifth of January 1970 was a Monday
	return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
		(day + 3) * DAY
	);
}
