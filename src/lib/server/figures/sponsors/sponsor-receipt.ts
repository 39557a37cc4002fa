import { Z90 } from '#lib/measure/stats/normal.ts';
import { quantile } from '#lib/measure/stats/quantile.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { verdictsOfItem } from '../../store/events/verdicts.ts';
import { archiveOf } from '../archive.ts';
import { issueRows } from '../content/issues.ts';
import { itemRows } from '../content/items.ts';
import { leagueOf } from '../content/league.ts';
import { moneyOf } from '../money/money.ts';
import type { ItemRow } from '../content/rows.ts';
import { placementRows, type SponsorRow } from './sponsors.ts';
import { ledger, type Ledger } from '../verdicts/counted-verdicts.ts';
import { rulesVersion } from '../verdicts/verdicts.ts';

/** Click rates of sponsors' items in closed issues: the median, and the middle half. */
export type UsualRate = { n: number; low: number; mid: number; high: number };

/** One placement without data of readers or of other sponsors: safe to pass on. */
export type SponsorReceipt = {
	placement: SponsorRow;
	/** the range of clickers of nine in ten sponsors' items there; null without a fit */
	expectedLow: number | null;
	expectedHigh: number | null;
	/** what other sponsors' items got at the same position, and at any; null with too few */
	usualOfPosition: UsualRate | null;
	usualOfAll: UsualRate | null;
	/** verdicts on the item's clicks; null without events to judge */
	clicks: Ledger | null;
	/** the sponsor's own placements with an item, up to this one, latest first */
	own: SponsorRow[];
	/** items in the whole issue */
	items: number | null;
	rules: number;
	dataUpTo: number | null;
};

/** With fewer others, the results of single sponsors could be recognised. */
const leastOthers = 5;

/**
 * What a sponsor may see: the placement, what was filtered and why, and the average.
 *
 * @throws {Trouble} noSuchPlacement
 */
export async function sponsorReceipt(
	db: Db,
	publication: Publication,
	id: number
): Promise<SponsorReceipt> {
	const { placed } = await moneyOf(db, publication);
	const sponsor = placed.find((one) => one.id === id)?.sponsor;
	if (sponsor === undefined) throw new Trouble('noSuchPlacement', { id });
	const rows = await placementRows(
		db,
		publication,
		placed.filter((one) => one.sponsor === sponsor)
	);
	const placement = rows.find((row) => row.id === id)!;

	const archive = await archiveOf(db, publication);
	const { itemId, issueId, position, expected, sentAt, allClicks } = placement;
	const issue = archive.issues.find((one) => one.id === issueId);
	const league = leagueOf(archive, 'sponsor');
	const spread = expected === null || !league.fit ? null : spreadOf(expected, league.fit.spread);
	const closed = new Set(
		issueRows(archive, archive.issues).flatMap(({ id, open }) => (open ? [] : id))
	);
	// a sponsor's own items do not count among the others
	const mine = new Set(rows.map((row) => row.itemId));
	const others = itemRows(db, publication, archive, archive.issues).filter(
		(row) => row.role === 'sponsor' && !mine.has(row.id) && closed.has(row.issueId)
	);
	const verdicts =
		itemId === null || allClicks === null || issue?.rollup?.layer !== 'events'
			? null
			: ledger(await verdictsOfItem(db, { id: itemId, issueId: issue.id }));

	return {
		placement,
		expectedLow: spread === null ? null : expected! / spread,
		expectedHigh: spread === null ? null : expected! * spread,
		usualOfPosition: usualRate(others.filter((row) => row.position === position)),
		usualOfAll: usualRate(others),
		clicks: verdicts,
		own: rows.filter((row) => row.itemId !== null && (row.sentAt ?? 0) <= (sentAt ?? Infinity)),
		items: issue ? archive.items.filter((one) => one.issueId === issue.id).length : null,
		rules: await rulesVersion(db, publication),
		dataUpTo: issue?.rollup?.dataUpTo ?? null
	};
}

/**
 * The factor within which nine in ten items lie around their expected clickers: items and issues differ, and a
 * count scatters around its mean.
 */
function spreadOf(expected: number, { item, issue }: { item: number; issue: number }): number {
	return Math.exp(Z90 * Math.sqrt(item ** 2 + issue ** 2 + 1 / Math.max(expected, 1)));
}

function usualRate(rows: readonly ItemRow[]): UsualRate | null {
	const rates = rows.flatMap(({ rawRate }) => rawRate ?? []).sort((a, b) => a - b);
	if (rates.length < leastOthers) return null;
	return {
		n: rates.length,
		low: quantile(rates, 0.25),
		mid: quantile(rates, 0.5),
		high: quantile(rates, 0.75)
	};
}
