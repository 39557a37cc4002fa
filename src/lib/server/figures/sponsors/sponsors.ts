// Long, because everything about a placement is put together in one place.
import { issueLabel } from '#lib/issue-label.ts';
import { pacing, type Arrived, type Pacing, type UsualCount } from '#lib/measure/readers/pacing.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { firstClicks } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { archiveOf, issuesIn } from '../archive.ts';
import type { Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { issueRows } from '../content/issues.ts';
import { itemFinder, type TargetWhy } from '../content/item-finder.ts';
import { itemRows } from '../content/items.ts';
import { estimateFields, leagueOf, unsaid } from '../content/league.ts';
import { per } from '../money/channel-rows.ts';
import { arrivedAt, usualClicks } from '../content/past-clicks.ts';
import {
	moneyOf,
	unratedSums,
	type Aside,
	type PlacedFee,
	type UnratedSum
} from '../money/money.ts';
import { rulesVersion } from '../verdicts/verdicts.ts';
import type { Basis, Estimate, IssueRow, ItemRow } from '../content/rows.ts';
import { otherPlacements, sponsorKeys, type SponsorKeys } from './sponsor-keys.ts';
import {
	leagueBySponsor,
	placedTotal,
	priceList,
	sponsorAbove,
	type Above,
	type PlacedTotal,
	type Price,
	type SponsorTotal
} from './sponsor-league.ts';

/** What a sponsor's placement in an issue cost and got; money in integer minor units. */
export type SponsorRow = Estimate & {
	id: number;
	sponsor: string;
	/** number of the issue, else its title, else as the file writes it; null without one */
	issue: string | null;
	issueId: number | null;
	sentAt: number | null;
	item: string | null;
	itemId: number | null;
	position: number | null;
	/** why no item was found for the fee; null if one was */
	unlocated: TargetWhy | null;
	fee: number | null;
	currency: string;
	delivered: number | null;
	basis: Basis;
	/** human openers, and the readers not behind a privacy proxy among whom they are counted */
	openers: number | null;
	openPopulation: number | null;
	clickers: number | null;
	/** human clicks, and all clicks before filtering */
	clicks: number | null;
	allClicks: number | null;
	rate: number | null;
	/** the sponsors' average at that position, in this issue; for future issues `next` has a forecast */
	expected: number | null;
	/** fee ÷ human clickers; per 1,000 delivered; per 1,000 human openers */
	perClicker: number | null;
	perThousandDelivered: number | null;
	perThousandOpeners: number | null;
	guaranteed: number | null;
	/** the expected final count while the issue is open; null once it is closed */
	pacing: Pacing | null;
	open: boolean;
	/** hours of data since sending, at most 72 */
	age: number | null;
};

export type SponsorFigures = {
	/** newest issue first; those without an item last */
	placements: SponsorRow[];
	/** of those with an item */
	total: PlacedTotal;
	keyFigures: SponsorKeys;
	/** what the key figures are compared with */
	compared: Compared;
	/** by sponsor, highest lift first */
	league: SponsorTotal[];
	prices: Price[];
	above: Above | null;
	currency: string;
	/** issues of the period */
	issues: number;
	aside: Aside & { noRate: UnratedSum[] };
	rules: number;
	dataUpTo: number | null;
};

/** Every placement of a period, with its cost and result. Averages come from all issues. */
export async function sponsorFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<SponsorFigures> {
	const archive = await archiveOf(db, publication);
	const { placed, asidePlaced: aside } = await moneyOf(db, publication);
	const all = await placementRows(db, publication, placed);
	const issues = issuesIn(archive, filters, publication.zone);
	const shown = new Set(issues.map(({ id }) => id));
	// a placement without a known issue belongs to no period, but to all time
	const whole = issues.length === archive.issues.length;
	const placements = all.filter(({ issueId }) => (issueId === null ? whole : shown.has(issueId)));
	const ids = new Set(placements.map(({ id }) => id));
	const items = itemRows(db, publication, archive, archive.issues);
	const located = placements.filter(({ itemId }) => itemId !== null);
	const other = otherPlacements(all, archive, issues, filters, publication);

	return {
		placements,
		total: placedTotal(located, publication.currency),
		keyFigures: sponsorKeys(
			{ placements: located, issues },
			other,
			other.compared,
			publication.currency
		),
		compared: other.compared,
		league: leagueBySponsor(located, leagueOf(archive, 'sponsor'), publication.currency),
		prices: priceList(all, items),
		above: sponsorAbove(items.filter(({ issueId }) => shown.has(issueId))),
		currency: publication.currency,
		issues: issues.length,
		aside: {
			...aside,
			noRate: unratedSums(
				placed.flatMap(({ id, unrated }) => (unrated && ids.has(id) ? [unrated] : []))
			)
		},
		rules: await rulesVersion(db, publication),
		dataUpTo: located.reduce<number | null>((latest, { issueId }) => {
			const issue = archive.issues.find(({ id }) => id === issueId);
			return Math.max(latest ?? 0, issue?.rollup?.dataUpTo ?? 0) || null;
		}, null)
	};
}

/** A placement with an item, for choosing from a list. */
export type SponsorPlace = Pick<SponsorRow, 'id' | 'sponsor' | 'issue' | 'issueId' | 'sentAt'>;

/** Placements with an item, latest first. */
export async function sponsorPlaces(db: Db, publication: Publication): Promise<SponsorPlace[]> {
	const { placed } = await moneyOf(db, publication);
	const rows = await placementRows(db, publication, placed);
	return rows
		.filter(({ unlocated }) => unlocated === null)
		.map(({ id, sponsor, issue, issueId, sentAt }) => ({ id, sponsor, issue, issueId, sentAt }));
}

/** Rows of these placements, those without an item last. Averages come from all issues. */
export async function placementRows(
	db: Db,
	publication: Publication,
	placed: readonly PlacedFee[]
): Promise<SponsorRow[]> {
	const archive = await archiveOf(db, publication);
	const find = await itemFinder(
		db,
		publication,
		placed.flatMap(({ urlId }) => urlId ?? [])
	);
	const items = new Map(
		itemRows(db, publication, archive, archive.issues).map((row) => [row.id, row])
	);
	const issues = new Map(issueRows(archive, archive.issues).map((row) => [row.id, row]));
	const firsts = await firstClicks(db, publication.id);

	const rows = placed.map((one): SponsorRow => {
		const { item, issue, why } = find(one);
		const row = item ? (items.get(item.id) ?? null) : null;
		const edition = issue ? (issues.get(issue.id) ?? null) : null;
		return rowOf(one, row, edition, why, publication.currency, {
			arrived: (age) => arrivedAt(firsts, issues, age),
			usual: (place) => usualClicks([...items.values()], issues, place)
		});
	});
	return rows.sort(
		(a, b) =>
			Number(a.itemId === null) - Number(b.itemId === null) ||
			(b.sentAt ?? 0) - (a.sentAt ?? 0) ||
			a.id - b.id
	);
}

function rowOf(
	{ id, sponsor, issue: written, fee, guaranteedClicks }: PlacedFee,
	item: ItemRow | null,
	issue: IssueRow | null,
	unlocated: TargetWhy | null,
	currency: string,
	past: {
		/** for each closed issue, how many of its clicks had come at an age */
		arrived: (age: number) => Arrived[];
		/** what a sponsor's place like this one usually gets */
		usual: (place: ItemRow) => UsualCount | null;
	}
): SponsorRow {
	// an open issue would be compared with placements that have all of their clicks
	const isOpen = issue?.open && item?.clickers != null;
	// only sponsors' items are compared with the sponsors' average
	const sold = item?.role === 'sponsor' ? item : null;
	const estimate = isOpen ? unsaid('open') : (sold ?? unsaid(item ? 'notSponsor' : 'noModel'));
	const openPopulation =
		issue?.openPopulation == null ? null : Math.round(issue.openPopulation * issue.delivered!);
	const perThousand = (of: number | null | undefined) =>
		of && fee !== null && item ? per(1000 * fee, of) : null;
	const pace =
		item && issue?.open && issue.age !== null && item.clicks !== null
			? pacing(
					item.clicks,
					past.arrived(issue.age),
					guaranteedClicks,
					past.usual(item),
					seeded(2026 + id)
				)
			: null;

	return {
		...estimateFields(estimate),
		id,
		sponsor,
		issue: issue ? issueLabel(issue) : written,
		issueId: issue?.id ?? null,
		sentAt: issue?.sentAt ?? null,
		item: item?.title ?? null,
		itemId: item?.id ?? null,
		position: item?.position ?? null,
		unlocated,
		fee,
		currency,
		delivered: item ? item.delivered : null,
		basis: item?.basis ?? 'unknown',
		openers: item ? (issue?.humanOpeners ?? null) : null,
		openPopulation: item ? openPopulation : null,
		clickers: item?.clickers ?? null,
		clicks: item?.clicks ?? null,
		// totals cannot be filtered
		allClicks:
			item?.clicks == null || issue?.layer !== 'events' ? null : item.clicks + item.setAside,
		rate: item?.rawRate ?? null,
		expected: sold?.expected ?? null,
		perClicker: item?.clickers == null ? null : per(fee, item.clickers),
		perThousandDelivered: perThousand(item?.delivered),
		perThousandOpeners: perThousand(issue?.humanOpeners),
		guaranteed: guaranteedClicks,
		pacing: pace,
		open: issue?.open ?? false,
		age: issue?.age ?? null
	};
}
