import { nameKey } from '#lib/name-key.ts';
import { renamer } from '#lib/same-names.ts';
import { DAY } from '#lib/duration.ts';
import type { SpendRow, ValueRow } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { localDate } from '../../local-date.ts';
import { archiveOf } from '../archive.ts';
import { startOfPeriod } from '../audience/audience-span.ts';
import { itemFinder, type MoneyTarget } from '../content/item-finder.ts';
import type { Filters } from '#lib/filters/filters.ts';

type Asked = Pick<Filters, 'from' | 'to' | 'last' | 'channel'>;

/** Which statements a ledger shows. */
export type LedgerPeriod = {
	/** whether a period, and whether a channel, is asked for */
	dated: boolean;
	channelled: boolean;
	/** its days meet the period, and it is of the channel: what has no day meets no period */
	isOf(row: Pick<SpendRow | ValueRow, 'from' | 'to' | 'channel'>): boolean;
	/** its issue was sent in the period; a placement is of no channel */
	isPlaced(row: MoneyTarget): boolean;
};

/**
 * The period and the channel that a ledger is narrowed to. The last issues begin on the day of the
 * first of them, and end on the last day that sums count; dates are as they are asked for, so that
 * what is planned can be looked at.
 *
 * @param until the last day that sums count
 */
export async function ledgerPeriod(
	db: Db,
	publication: Publication,
	asked: Asked,
	placed: readonly MoneyTarget[],
	until: number
): Promise<LedgerPeriod> {
	const { zone, sameNames } = publication;
	const archive = await archiveOf(db, publication);
	const { from, to } = daysAsked(asked, startOfPeriod(archive, asked, zone), until, zone);
	const dated = from !== null || to !== null;

	const channelOf = renamer(sameNames, 'channel');
	const wanted = asked.channel === null ? null : nameKey(asked.channel);
	const isIn = (first: string, last: string) =>
		(to === null || first <= to) && (from === null || last >= from);
	const urls = dated ? placed.flatMap(({ urlId }) => urlId ?? []) : [];
	const find = dated ? await itemFinder(db, publication, urls) : null;
	return {
		dated,
		channelled: wanted !== null,
		isOf: ({ from, to, channel }) =>
			(wanted === null || (channel !== null && nameKey(channelOf(channel)) === wanted)) &&
			(!dated || (from !== null && isIn(from, to ?? from))),
		isPlaced(row) {
			const at = find?.(row).issue?.sentAt ?? null;
			return !dated || (at !== null && isIn(localDate(at, zone), localDate(at, zone)));
		}
	};
}

function daysAsked({ to, last }: Asked, start: number | null, until: number, zone: string) {
	const from = start === null ? null : localDate(start, zone);
	if (last === null) return { from, to };
	return { from, to: from !== null && isAnyDay(until) ? dateOf(until) : null };
}

const isAnyDay = (day: number) => day * DAY < Date.UTC(9999, 11, 31);

/** A day by its number, `2026-02-28`. */
export const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
