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

/** Click rates of sponsors' items in issues that are closed: the middle, and the middle half. */
export type UsualRate = { n: number; low: number; mid: number; high: number };

/** One placement, with nothing in it of readers or of other sponsors: safe to hand out. */
export type SponsorReceipt = {
	placement: SponsorRow;
	/** between these nine in ten sponsors' items there get their clickers; null without a fit */
	expectedLow: number | null;
	expectedHigh: number | null;
	/** what other sponsors' items got in the same position, and in any; null of too few */
	usualOfPosition: UsualRate | null;
	usualOfAll: UsualRate | null;
	/** what the rules made of the item's clicks; null where there are no events to judge */
	clicks: Ledger | null;
	/** the sponsor's own placements up to this one that an item was found for, the latest first */
	own: SponsorRow[];
	/** items in the whole issue */
	items: number | null;
	rules: number;
	dataUpTo: number | null;
};

/** Of fewer others nothing is said: their results could be told apart. */
const leastOthers = 5;

/**
 * What a sponsor may be handed: the placement, what was set aside and why, and what is usual.
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
	// a sponsor's own items are no other sponsors'
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
 * By which factor items lie around what is expected of them, nine times in ten: items and issues
 * differ, and a count scatters around its mean.
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
