import type { GroupName } from '#lib/measure/lift/lift.ts';
import type { Amount } from '#lib/measure/lift/amounts.ts';
import { estimateOf as worded, type Unsaid } from '#lib/measure/lift/estimate.ts';
import type { Effect } from '#lib/measure/stats/observed.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import {
	chosenAmounts,
	deviationHabits,
	deviations,
	groupEvidence,
	selectedEstimates,
	type Evidence,
	type Habits
} from '#lib/measure/lift/selection.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Archive } from '../archive.ts';
import { doubted, fittedIssues, leagueOf, type League } from './league.ts';
import type { Estimate } from './rows.ts';

/** Rank ranges and nothing else hang on the draws: the same every time. */
const SEED = 20_26;
const DRAWS = 500;

/** What does not change while the archive does not. */
type Held = { evidence: Evidence; habits: Map<number, Habits> };

const held = new WeakMap<League, Map<GroupName, Held>>();

/** What all items say of topics, sections or authors, issue by issue. */
function heldOf(archive: Archive, league: League, of: GroupName): Held {
	const ofLeague = held.get(league) ?? new Map<GroupName, Held>();
	held.set(league, ofLeague);
	let found = ofLeague.get(of);
	if (!found) {
		found = { evidence: makeEvidence(archive, league, of), habits: new Map() };
		ofLeague.set(of, found);
	}
	return found;
}

function makeEvidence(archive: Archive, { fit, items, index }: League, of: GroupName): Evidence {
	const places = (ids: readonly number[]) => ids.flatMap((id) => index[of].get(id) ?? []);
	const known = new Map(items.map((item) => [item.id, item]));
	const { keys } = archive.fits.editorial;
	const groups = Array.from(keys.items, (id) => {
		if (of === 'sections') return places([known.get(id)?.sectionId ?? []].flat());
		return places((of === 'topics' ? archive.topicsOfItem : archive.authorsOfItem).get(id) ?? []);
	});
	return groupEvidence(keys.issueOf, fit!, fit![of].length, (item) => groups[item]!);
}

/** What the model says of one topic, section or author within some issues. */
type Selection = {
	/** by id; authors by place among the archive's; null for what no fit knows */
	estimate(id: number): Estimate | null;
	/** the same where fewer items are there than a ranking asks for, with how many: the point of a line */
	point(id: number): (Pick<Estimate, 'lift' | 'low' | 'high'> & { items: number }) | null;
};

/** Fewer items than this say nothing of a stretch of time. */
const leastOfPoint = 2;

/**
 * Estimates within a selection of issues: drawn toward what holds over all time by how far groups
 * deviate from it in stretches of as many issues. Of all issues it is what holds over all time.
 */
export function selectionOf(
	archive: Archive,
	issues: readonly ArchiveIssue[],
	of: GroupName
): Selection {
	const league = leagueOf(archive, 'editorial');
	const { fit, measured, index } = league;
	if (!fit) return { estimate: () => null, point: () => null };

	const all = fit.effects[of];
	const { apart, amounts } = apartWithin(archive, league, issues, of);
	const isWhole = apart.every(({ mean, sd }) => mean === 0 && sd === 0);
	const why = fit[of].map((row) => row.why as Unsaid | null);
	const estimates: readonly Estimate[] = isWhole
		? fit[of]
		: selectedEstimates(all, apart, amounts, why, seeded(SEED), DRAWS);

	return {
		estimate(id) {
			const found = estimates[index[of].get(id) ?? -1];
			return found ? doubted(found, league) : null;
		},
		point(id) {
			const at = index[of].get(id) ?? -1;
			const items = amounts[at]?.items ?? 0;
			if (items < leastOfPoint || !measured) return null;
			const mean = all.mean[at]! + apart[at]!.mean;
			const { lift, low, high } = worded(mean, Math.hypot(all.sd[at]!, apart[at]!.sd));
			return { lift, low, high, items };
		}
	};
}

/** How groups deviate within some issues from what they are over all time, and what there is of them. */
function apartWithin(
	archive: Archive,
	league: League,
	issues: readonly ArchiveIssue[],
	of: GroupName
): { apart: Effect[]; amounts: Amount[] } {
	const all = fittedIssues(archive.issues, league);
	const places = new Set(
		fittedIssues(issues, league).map(({ id }) => league.index.issues.get(id)!)
	);
	const { evidence, habits } = heldOf(archive, league, of);
	const chosen = (issue: number) => places.has(issue);
	const amounts = chosenAmounts(evidence, chosen);
	if (places.size === all.length)
		return { apart: amounts.map(() => ({ mean: 0, sd: 0 })), amounts };

	let known = habits.get(places.size);
	if (!known) {
		known = deviationHabits(evidence, stretches(all.length, places.size));
		habits.set(places.size, known);
	}
	return { apart: deviations(evidence, chosen, known), amounts };
}

/** Stretches of as many issues as were chosen, back from the latest; at least two of them. */
function stretches(all: number, chosen: number): ((issue: number) => boolean)[] {
	const length = Math.max(1, Math.min(chosen, Math.floor(all / 2)));
	return Array.from({ length: Math.floor(all / length) }, (_, i) => {
		const to = all - i * length;
		return (issue: number) => issue >= to - length && issue < to;
	});
}
