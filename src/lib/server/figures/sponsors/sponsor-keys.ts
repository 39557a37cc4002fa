import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Publication } from '../../store/publications.ts';
import type { Archive } from '../archive.ts';
import { otherIssues, type Compared, type NotComparable } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import {
	countedFigure,
	sumByIssue,
	summedFigure,
	withMissing,
	withUnfiltered,
	type KeyFigure,
	type Missing
} from '../key-figures.ts';
import { completenessChanged } from '../content/item-keys.ts';
import { placedTotal, type PlacedTotal } from './sponsor-league.ts';
import type { SponsorRow } from './sponsors.ts';

/** What a period's placements cost and got; money in minor units. */
export type SponsorKeys = {
	placements: KeyFigure;
	sponsorClickers: KeyFigure;
	fees: KeyFigure;
	perClicker: KeyFigure;
};

/** The placements of a period, and its issues. */
type OfPeriod = { placements: readonly SponsorRow[]; issues: readonly { id: number }[] };

/** The same beside the placements of the period that it is compared with. */
export function sponsorKeys(
	now: OfPeriod,
	before: OfPeriod,
	compared: Compared,
	currency: string
): SponsorKeys {
	const [total, then] = [now, before].map(({ placements }) =>
		placedTotal(placements, currency)
	) as [PlacedTotal, PlacedTotal];
	const summed = (
		pick: (of: PlacedTotal) => number | null,
		byIssue: (of: OfPeriod) => number[],
		{ why = null, ...of }: { why?: NotComparable | null; people?: true } = {}
	) =>
		summedFigure(
			{
				value: pick(total),
				before: pick(then),
				...of,
				byIssue: () => ({ now: byIssue(now), before: byIssue(before) })
			},
			compared,
			why
		);
	const both = [...now.placements, ...before.placements];
	// an open issue has not got all of its clicks
	const open = both.some((row) => row.open) ? ('open' as const) : null;
	const unlike = filteringChanged(both) ?? open;
	const clicks = unlike ?? unknownUnlike(now, before, ({ clickers }) => clickers);
	return {
		placements: summed(
			({ placements }) => placements,
			({ issues, placements }) => sumByIssue(issues, placements, () => 1)
		),
		sponsorClickers: withUnfiltered(
			summed(clickersOf, clickersByIssue, { why: clicks, people: true }),
			now.placements.every(({ allClicks }) => allClicks === null)
		),
		fees: summed(({ priced, fee }) => (priced ? fee : null), feesByIssue, {
			why: unknownUnlike(now, before, ({ fee }) => fee)
		}),
		perClicker: withMissing(
			countedFigure(total.perClicker, then.perClicker, compared, unlike),
			missingCost(total)
		)
	};
}

/** Whether a number is unknown of more placements in one of two periods. */
function unknownUnlike(
	now: OfPeriod,
	before: OfPeriod,
	pick: (row: SponsorRow) => number | null
): NotComparable | null {
	const unknownIn = ({ placements }: OfPeriod) =>
		placements.filter((row) => pick(row) === null).length;
	return completenessChanged(unknownIn(now), unknownIn(before));
}

/** Clickers of each closed issue with known ones. */
function clickersByIssue(of: OfPeriod): number[] {
	return knownByIssue(of, ({ clickers, open }) => (open ? null : clickers));
}

/** Fees of each issue with known ones. */
function feesByIssue(of: OfPeriod): number[] {
	return knownByIssue(of, ({ fee }) => fee);
}

/** The sum of each issue's placements, without issues that have one of which it is unknown. */
function knownByIssue(
	{ issues, placements }: OfPeriod,
	pick: (row: SponsorRow) => number | null
): number[] {
	const unknown = new Set(
		placements.filter((row) => pick(row) === null).map(({ issueId }) => issueId)
	);
	const known = issues.filter(({ id }) => !unknown.has(id));
	return sumByIssue(known, placements, (row) => pick(row) ?? 0);
}

/** Why there is no cost per clicker although fees are known: no clicks are known, or nobody clicked. */
function missingCost({ priced, costed }: PlacedTotal): Missing | null {
	if (priced === 0) return null;
	return costed === 0 ? 'clicks' : 'nobodyClicked';
}

/** null if none of the placements has known clickers; 0 without placements. */
const clickersOf = ({ placements, counted, clickers }: PlacedTotal) =>
	placements > 0 && counted === 0 ? null : clickers;

/** Of these placements, those with an item in the issues that others are compared with. */
export function otherPlacements(
	all: readonly SponsorRow[],
	archive: Archive,
	issues: readonly ArchiveIssue[],
	filters: Filters,
	{ zone }: Publication
) {
	const { issues: others, compared } = otherIssues(archive, issues, filters, zone);
	const ids = new Set(others.map(({ id }) => id));
	const placements = all.filter(({ itemId, issueId }) => itemId !== null && ids.has(issueId!));
	return { placements, issues: others, compared };
}

/** Whether machines' clicks could be filtered for only some of these placements. */
function filteringChanged(rows: readonly SponsorRow[]): NotComparable | null {
	const known = rows.filter(({ clickers }) => clickers !== null);
	return new Set(known.map(({ allClicks }) => allClicks === null)).size > 1 ? 'filtering' : null;
}
