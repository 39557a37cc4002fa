import type { AudienceFigures } from '../server/figures/audience/audience.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

type Known = Pick<AudienceFigures, 'totals' | 'leavers' | 'leavingSince' | 'clicksUntil' | 'asOf'>;

/** Readers of whom something is not known: when they joined or left, since when no click is, whether they are in a list at all. */
export function audienceNotes(
	{ totals, leavers, leavingSince, clicksUntil, asOf }: Known,
	{ locale, day }: Formats
): string[] {
	const options = { locale };
	const unknown = (['leftByList', 'undated', 'unlisted', 'pending'] as const).filter(
		(what) => totals[what] > 0
	);
	return [
		...(leavers !== 'survivors'
			? []
			: leavingSince === null
				? [m['audience.lead.survivors']({}, options)]
				: [m['audience.lead.later']({ day: day(leavingSince) }, options)]),
		...(clicksUntil === null
			? []
			: [m['audience.lead.clicks']({ day: day(clicksUntil) }, options)]),
		...unknown.map((what) => {
			const key = what === 'leftByList' ? 'byList' : what;
			const values = { n: totals[what], day: day(asOf ?? 0) };
			return m[`audience.lead.${key}`](values, options);
		})
	];
}
