import { m } from '#lib/messages/compiled/messages.js';
import { audienceNotes } from '#lib/messages/audience-notes.ts';
import type { Formats } from '#lib/messages/format.ts';
import type { AudienceFigures } from '#lib/server/figures/audience/audience.ts';

/** A year, after which it is told how many are still there. */
const YEAR = 12;

/** What stands below the finding: how it moved, how long readers stay, and what is not known. */
export function leadOf(
	{ months, curves, totals, leavers, asOf }: AudienceFigures,
	formats: Formats
): string {
	if (asOf === null) return '';
	const options = { locale: formats.locale };
	const { number } = formats;
	const sum = (pick: (month: (typeof months)[number]) => number | null) =>
		number(months.reduce((n, month) => n + (pick(month) ?? 0), 0));
	const joined = sum((month) => month.joined);
	const period = { joined, months: m['audience.months']({ n: months.length }, options) };
	const year = curves
		.find(({ channel }) => channel === null)
		?.points.find(({ after }) => after === YEAR);

	return [
		leavers === 'all'
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
		...audienceNotes({ totals, leavers }, formats)
	]
		.filter(Boolean)
		.join(' ');
}
