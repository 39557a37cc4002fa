import { DAY } from '#lib/duration.ts';
import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import type { Instants } from '#lib/providers/recogniser.ts';
import { localDays } from '../../local-date.ts';

/** What a cell says of its own zone, behind a time. */
const OFFSET =
	/(?<=:\d\d(?:[.,]\d{1,9})?(?: ?[AP]M)?) ?(?:Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}:?\d{2})$/i;

/**
 * Makes the reader of a column of days of money: midnight of the local date, as UTC has it. A date is
 * the one that is written. An instant, as shops and payment services export it with its zone, is of the
 * publication's day: 23:30 in UTC is the next day in Paris.
 *
 * @param how `own` is the publication's zone, where it is known; `written` the zone that the column
 *   names; `timed` whether any cell holds a time of day
 */
export function moneyDays(
	shape: Parameters<typeof instantsOf>[0],
	{ own, written, timed }: { own: string | null; written: string | null; timed: boolean }
): Instants {
	const asWritten = instantsOf(shape, 'UTC');
	const instant = instantsOf(shape, written ?? 'UTC');
	const dayOf = own === null ? null : localDays(own);
	return (cell) => {
		const bare = cell.trim().replace(OFFSET, '');
		if (dayOf === null || !timed || (bare === cell.trim() && written === null))
			return asWritten(bare);
		const at = instant(cell);
		return at === null ? null : dayOf(at) * DAY;
	};
}
