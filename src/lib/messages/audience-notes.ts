import type { AudienceFigures } from '../server/figures/audience/audience.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** Readers of whom something is not known: when they joined or left, whether they are in a list at all. */
export function audienceNotes(
	{ totals, leavers }: Pick<AudienceFigures, 'totals' | 'leavers'>,
	{ locale }: Formats
): string[] {
	const options = { locale };
	const unknown = (['leftByList', 'undated', 'unlisted', 'pending'] as const).filter(
		(what) => totals[what] > 0
	);
	return [
		...(leavers === 'survivors' ? [m['audience.lead.survivors']({}, options)] : []),
		...unknown.map((what) => {
			const key = what === 'leftByList' ? 'byList' : what;
			return m[`audience.lead.${key}`]({ n: totals[what] }, options);
		})
	];
}
