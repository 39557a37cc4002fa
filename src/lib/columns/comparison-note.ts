import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import type { AnyKeyFigures } from './key-figures.ts';
import { isLift, isOwn, isRate, notCompared, type isCompared } from './tables/row-change.ts';

type Row = Parameters<typeof isCompared>[0] & { rawRate: number | null };

/**
 * What is said beneath rows beside another period: what their change is of where they have no lift, why they
 * have none, and that lifts are compared where a figure above them is not. Empty where nothing is compared.
 */
export function comparisonNote(
	rows: readonly Row[],
	{ keyFigures, compared }: { keyFigures: AnyKeyFigures | null; compared: Compared },
	formats: Formats
): string {
	const { locale } = formats;
	if (compared.by === 'none' || compared.why !== null || rows.length === 0) return '';
	if (rows.some(isRate)) return rateNote(rows, formats);
	if (!rows.some(isLift))
		return rows.some(({ rawRate }) => rawRate !== null)
			? m['moved.totals']({}, { locale })
			: m['moved.noRates']({}, { locale });
	const isTold = rows.some(({ liftChange }) => liftChange?.change != null);
	const isUntold = Object.values(keyFigures ?? {}).some((one) => one?.why && !one.perIssue);
	return isTold && isUntold ? m['moved.liftStands']({}, { locale }) : '';
}

/** Of click rates: what keeps them from being compared, which no key figure says; else what their change is of. */
function rateNote(rows: readonly Row[], formats: Formats): string {
	const moves = rows.flatMap(({ rateChange }) => rateChange ?? []);
	const kept = moves.find(({ why }) => why !== null && !isOwn(why));
	const isTold = moves.some(({ change }) => change !== null);
	return [
		...(isTold || !kept ? [m['moved.rates']({}, formats)] : []),
		...(kept ? [`${notCompared(kept, formats)}.`] : [])
	].join(' ');
}
