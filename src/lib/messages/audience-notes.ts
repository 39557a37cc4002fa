import type { AudienceFigures } from '../server/figures/audience/audience.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

type Known = Pick<
	AudienceFigures,
	'totals' | 'leavers' | 'leavingSince' | 'clicksUntil' | 'knownUntil' | 'asOf' | 'months'
>;

type Told = Pick<Formats, 'locale' | 'day'>;

/** Readers of whom something is not known: when they joined or left, since when no click is, whether they are in a list at all. */
export function audienceNotes(
	{ totals, leavers, leavingSince, clicksUntil, knownUntil, asOf, months }: Known,
	{ locale, day }: Told
): string[] {
	const options = { locale };
	const late = clickNote(clicksUntil, { locale, day });
	const unknown = (['leftByList', 'undated', 'unlisted', 'pending'] as const).filter(
		(what) => totals[what] > 0
	);
	return [
		...(leavers === 'gone' ? [m['audience.lead.gone']({}, options)] : []),
		...(leavers !== 'survivors'
			? []
			: leavingSince === null
				? [m['audience.lead.survivors']({}, options)]
				: [m['audience.lead.later']({ day: day(leavingSince) }, options)]),
		...(leavers === 'all' ? departureNotes({ leavingSince, months }, { locale, day }) : []),
		...listNotes(knownUntil, { locale, day }),
		...(late === null ? [] : [late]),
		...unknown.map((what) => {
			const key = what === 'leftByList' ? 'byList' : what;
			const values = { n: totals[what], day: day(asOf ?? 0) };
			return m[`audience.lead.${key}`](values, options);
		})
	];
}

/** Since when departures are known, where a period begins in a month before that. */
function departureNotes(
	{ leavingSince, months }: Pick<Known, 'leavingSince' | 'months'>,
	{ locale, day }: Told
): string[] {
	const isUnknownAtFirst = months.some(
		({ at, left }) => left === null && leavingSince !== null && at < leavingSince
	);
	return isUnknownAtFirst
		? [m['audience.lead.since']({ day: day(leavingSince!) }, { locale })]
		: [];
}

/** Until when it is known who joined and who left, where lists of readers end before the data. */
export function listNotes({ joined, left }: Known['knownUntil'], { locale, day }: Told): string[] {
	const options = { locale };
	if (joined !== null && joined === left)
		return [m['audience.lead.lists']({ day: day(joined) }, options)];
	return [
		...(joined === null ? [] : [m['audience.lead.lists.joined']({ day: day(joined) }, options)]),
		...(left === null ? [] : [m['audience.lead.lists.left']({ day: day(left) }, options)])
	];
}

/** Since when no click is known, where clicks end before the data; else null. */
export function clickNote(until: number | null, { locale, day }: Told): string | null {
	return until === null ? null : m['audience.lead.clicks']({ day: day(until) }, { locale });
}
