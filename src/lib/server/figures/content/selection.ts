import type { GroupName } from '#lib/measure/lift/lift.ts';
import type { Unsaid } from '#lib/measure/lift/estimate.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import { selectedEstimates, within, withinEstimate } from '#lib/measure/lift/selection.ts';
import type { Archive } from '../archive.ts';
import type { Chosen } from './chosen.ts';
import { doubted, fittedIssues, leagueOf, type League } from './league.ts';
import type { Estimate } from './rows.ts';

/** Fixed seed: random draws are the same every time. */
export const SELECTION_SEED = 20_26;
const DRAWS = 500;

/** What identifies a choice of items. */
type Choice = Pick<Chosen, 'issues' | 'isAsked' | 'kindOf'>;

/** What the model says about one topic, section or author within a choice of items. */
type Selection = {
	/** by id; authors by their index in the archive; null for what is in no fit */
	estimate(id: number): Estimate | null;
	/** the same with fewer items than a ranking needs, with their number: a point of a line */
	point(id: number): (Pick<Estimate, 'lift' | 'low' | 'high'> & { items: number }) | null;
};

/** Fewer items than this are not enough for a point. */
const leastOfPoint = 2;

/**
 * Estimates within a choice of items: effects over all time, and how far groups deviate from them there. If
 * all items are chosen, the effects over all time.
 */
export function selectionOf(archive: Archive, chosen: Choice, of: GroupName): Selection {
	const league = leagueOf(archive, 'editorial');
	const { fit, measured, index } = league;
	if (!fit) return { estimate: () => null, point: () => null };

	const part = within(fit, of, selected(archive, league, chosen), seeded(SELECTION_SEED));
	let ranked: readonly Estimate[] | null = part.added ? null : fit[of];
	const why = fit[of].map((row) => row.why as Unsaid | null);

	return {
		estimate(id) {
			// lines need only points, so ranks are made on first use
			ranked ??= selectedEstimates(part, why, seeded(SELECTION_SEED), DRAWS);
			const row = ranked[index[of].get(id) ?? -1];
			return row ? doubted(row, league) : null;
		},
		point(id) {
			const at = index[of].get(id) ?? -1;
			const items = part.amounts[at]?.items ?? 0;
			if (items < leastOfPoint || !measured) return null;
			const { lift, low, high } = withinEstimate(part, at);
			return { lift, low, high, items };
		}
	};
}

/** Two choices of the same items in different issues, as input of the fit. */
export function periodsOf(
	archive: Archive,
	league: League,
	now: Choice,
	before: Pick<Choice, 'issues'>
) {
	const { isOfPeriod, isAsked } = selected(archive, league, now);
	return { isOfPeriod, isAsked, isOfOther: isFittedOf(before.issues, league) };
}

function isFittedOf(issues: Choice['issues'], league: League): (issue: number) => boolean {
	const places = new Set(
		fittedIssues(issues, league).map(({ id }) => league.index.issues.get(id)!)
	);
	return (issue) => places.has(issue);
}

/** A choice of items as input of the fit: by index. */
function selected(
	archive: Archive,
	league: League,
	{ issues, isAsked, kindOf }: Choice
): Parameters<typeof within>[2] {
	const isOfPeriod = isFittedOf(issues, league);
	// an item's kind matters only if not all items are chosen
	if (!isAsked) return { isOfPeriod, isAsked, kindOf: () => -1 };

	const known = new Map(league.items.map((item) => [item.id, item]));
	const items = Array.from(archive.fits.editorial.keys.items, (id) => known.get(id));
	return {
		isOfPeriod,
		isAsked: (item) => items[item] !== undefined && isAsked(items[item]),
		kindOf: (item) => (items[item] ? kindOf(items[item]) : -1)
	};
}
