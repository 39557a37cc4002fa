import { HOUR } from '#lib/duration.ts';
import { levelOf } from '#lib/measure/lift/forecast-basis.ts';
import type { Circumstances } from '#lib/measure/forecast/forecast.ts';
import { surely, type Next } from '#lib/measure/stats/local-level.ts';
import { nextOfGrowing } from '#lib/measure/stats/local-trend.ts';
import type { Archive } from '../figures/archive.ts';
import { newest } from '../figures/content/items.ts';
import { hasKnownClicks } from '../figures/content/league.ts';

/** Why nothing is forecast. Worded in `messages/` under `forecast.why.<code>`. */
export type NotYet = 'fewIssues' | 'noPositions' | 'noPages';

/** What a publication's issues say of the one to come. */
export type Outlook = {
	circumstances: Circumstances;
	/** how many it is reckoned to reach; null where no issue says how many it reached */
	delivered: number | null;
	/** exports count clicks and not readers: so does the forecast */
	byClicks: boolean;
	/** whether more delivered means more clickers: not where no issue says how many it reached */
	scales: boolean;
	/** the latest issue whose clicks have come: by position, what its items got */
	last: { position: number; clickers: number }[];
	/** how many issues there are to go by */
	issues: number;
};

/** The seed of all draws: the same draft has the same forecast, on every page. */
export const FORECAST_SEED = 20_26;

/** Fewer issues than this tell nothing of the next. */
const FEWEST_ISSUES = 3;

/** And fewer items than this nothing of items. */
const FEWEST_ITEMS = 10;

/** Of an issue younger than this, in hours, too few clicks have come to say how it did. */
const YOUNG = 24;

/** So many issues tell how many the next one reaches. */
const REACHES = 40;

/** Issues of a steady list differ by so much in how many they reach, as a logarithm. */
const USUAL_REACH = 0.03;

/**
 * What the issues of a publication say of the one to come.
 *
 * @param given how many it will be delivered to, where somebody knows
 */
export function outlookOf(
	archive: Archive,
	given: number | null
): Outlook | { notYet: NotYet; issues: number } {
	const { fit, keys, others, byClicks } = archive.fits.editorial;
	const issues = new Set(keys.issueOf).size;
	if (!fit || issues < FEWEST_ISSUES || keys.items.length < FEWEST_ITEMS) {
		const clicked = archive.issues.filter(({ rollup }) => (rollup?.clicks ?? 0) > 0).length;
		if (clicked < FEWEST_ISSUES || issues > 0) return { notYet: 'fewIssues', issues };
		// totals of whole issues do not say what was clicked
		return { notYet: archive.items.some(hasKnownClicks) ? 'noPositions' : 'noPages', issues };
	}

	const old = closedIssues(archive);
	const reach = reachOf(archive);
	// without a rate there is nothing that more readers could be multiplied by
	const scales = reach !== null && given !== null;
	return {
		circumstances: {
			basis: fit.basis,
			level: levelOf(fit.basis, (issue) => old.has(keys.issues[issue]!)),
			reach: scales ? surely(Math.log(given)) : (reach ?? surely(fit.basis.logReach)),
			others
		},
		delivered: given ?? (reach ? Math.round(Math.exp(reach.mean)) : null),
		byClicks,
		scales: reach !== null,
		last: lastOf(archive, old),
		issues
	};
}

/** Issues old enough to say how they did; those without a date count as such. */
function closedIssues(archive: Archive): Set<number> {
	const upTo = newest(archive.issues);
	const young = ({ sentAt }: { sentAt: number | null }) =>
		sentAt !== null && upTo !== null && upTo - sentAt < YOUNG * HOUR;
	return new Set(archive.issues.flatMap((issue) => (young(issue) ? [] : [issue.id])));
}

/** How many the next issue reaches, by those that say it on the same basis as the latest. */
function reachOf({ issues }: Archive): Next | null {
	const known = issues.filter(({ rollup, sentAt }) => rollup?.delivered && sentAt !== null);
	const basis = known.at(-1)?.rollup!.basis;
	const alike = known.filter(({ rollup }) => rollup!.basis === basis).slice(-REACHES);
	if (alike.length === 0) return null;
	return nextOfGrowing(
		alike.map(({ rollup }) => Math.log(rollup!.delivered!)),
		USUAL_REACH
	);
}

function lastOf({ issues, items }: Archive, old: ReadonlySet<number>): Outlook['last'] {
	for (const { id, sentAt } of issues.toReversed()) {
		if (sentAt === null || !old.has(id)) continue;
		const own = items.flatMap(({ issueId, position, rollup }) => {
			const clickers = rollup?.clickers ?? rollup?.clicks ?? null;
			return issueId === id && position !== null && clickers !== null
				? [{ position, clickers }]
				: [];
		});
		if (own.length) return own.sort((a, b) => a.position - b.position);
	}
	return [];
}
