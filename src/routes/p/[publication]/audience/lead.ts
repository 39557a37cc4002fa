import { m } from '#lib/messages/compiled/messages.js';
import { audienceNotes } from '#lib/messages/audience-notes.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';

/** A year, after which it is told how many are still there. */
const YEAR = 12;

/** A period of fewer days is said in days, unless it is of whole months. */
const QUARTER = 92;

/** The mean length of a month in days. */
const MONTH = 30.44;

/** How long a period is, in words: never the months that it merely touches. */
function lengthOf({ months, days }: Pick<AudienceFigures, 'months' | 'days'>, formats: Formats) {
	const isWhole = months.every(({ cut, running }) => !cut && !running);
	if (days < QUARTER && !isWhole) return m['audience.days']({ n: days }, formats);
	const n = isWhole ? months.length : Math.round(days / MONTH);
	return m['audience.months']({ n }, formats);
}

/** What stands below the finding: how it moved, how long readers stay, and what is not known. */
export function audienceLead(
	{
		months,
		curves,
		totals,
		leavers,
		leavingSince,
		clicksUntil,
		knownUntil,
		asOf,
		days,
		joined: known
	}: AudienceFigures,
	formats: Formats
): string {
	if (asOf === null) return '';
	const options = { locale: formats.locale };
	const { number } = formats;
	const sum = (pick: (month: (typeof months)[number]) => number | null) =>
		number(months.reduce((n, month) => n + (pick(month) ?? 0), 0));
	const joined = sum((month) => month.joined);
	const period = { joined, time: lengthOf({ months, days }, formats) };
	const isUnlisted = totals.unlisted === totals.there;
	const year = curves
		.find(({ channel }) => channel === null)
		?.points.find(({ after }) => after === YEAR);

	return [
		// where no list says when they did, or lists end before the period, nobody can be said to have joined
		known === null || knownUntil.joined !== null || knownUntil.left !== null
			? ''
			: leavers === 'all'
				? m['audience.lead.moved']({ ...period, left: sum(({ left }) => left) }, options)
				: leavers === 'survivors'
					? m['audience.lead.joined'](period, options)
					: '',
		year
			? m['audience.lead.kept'](
					{
						share: formats.share(year.share),
						interval: formats.between(year.low, year.high, formats.share)
					},
					options
				)
			: '',
		// where all of them are in no list, the finding says so
		...audienceNotes(
			{
				leavers,
				leavingSince,
				clicksUntil,
				knownUntil,
				asOf,
				months,
				totals: { ...totals, unlisted: isUnlisted ? 0 : totals.unlisted }
			},
			formats
		)
	]
		.filter(Boolean)
		.join(' ');
}
