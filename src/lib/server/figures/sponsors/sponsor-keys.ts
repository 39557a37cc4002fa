import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Publication } from '../../store/publications.ts';
import type { Archive } from '../archive.ts';
import { otherIssues, type Compared, type NotComparable } from '../comparison.ts';
import type { Filters } from '../filters.ts';
import { countedFigure, withMissing, type KeyFigure, type Missing } from '../key-figures.ts';
import { placedTotal, type PlacedTotal } from './sponsor-league.ts';
import type { SponsorRow } from './sponsors.ts';

/** What a period's sponsors' places came to; money in minor units. */
export type SponsorKeys = {
	placements: KeyFigure;
	sponsorClickers: KeyFigure;
	fees: KeyFigure;
	perClicker: KeyFigure;
};

/** The same beside the places of the period that it is compared with. */
export function sponsorKeys(
	now: readonly SponsorRow[],
	before: readonly SponsorRow[],
	compared: Compared,
	currency: string
): SponsorKeys {
	const [total, then] = [placedTotal(now, currency), placedTotal(before, currency)];
	const figure = (pick: (of: PlacedTotal) => number | null, why: NotComparable | null) =>
		countedFigure(pick(total), pick(then), compared, why);
	const { sums } = compared;
	const both = [...now, ...before];
	// an issue that still collects clicks has not got what the others have
	const clicks = both.some(({ open }) => open) ? ('open' as const) : filteringChanged(both);
	return {
		placements: figure(({ placements }) => placements, sums),
		sponsorClickers: figure(clickersOf, sums ?? clicks),
		fees: figure(({ priced, fee }) => (priced ? fee : null), sums),
		perClicker: withMissing(
			figure(({ perClicker }) => perClicker, clicks),
			missingCost(total)
		)
	};
}

/** Why a clicker has no cost where fees are known: nobody's clicks are, or nobody clicked. */
function missingCost({ priced, costed }: PlacedTotal): Missing | null {
	if (priced === 0) return null;
	return costed === 0 ? 'clicks' : 'nobodyClicked';
}

/** Of none that are known nothing is counted; without a placement it is none. */
const clickersOf = ({ placements, counted, clickers }: PlacedTotal) =>
	placements > 0 && counted === 0 ? null : clickers;

/** Of these places, those with an item in issues that others are compared with. */
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
	return { placements, compared };
}

/** Whether machines' clicks could be set aside for some of these places alone. */
function filteringChanged(rows: readonly SponsorRow[]): NotComparable | null {
	const known = rows.filter(({ clickers }) => clickers !== null);
	return new Set(known.map(({ allClicks }) => allClicks === null)).size > 1 ? 'filtering' : null;
}
