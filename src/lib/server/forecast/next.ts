import { archiveOf } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import { sendTimeRows } from '../figures/audience/audience-times.ts';
import { everything } from '#lib/filters/filters.ts';
import { issueRows } from '../figures/content/issues.ts';
import { itemFigures } from '../figures/content/items.ts';
import { moneyOf } from '../figures/money/money.ts';
import { placementRows } from '../figures/sponsors/sponsors.ts';
import type { IssueRow } from '../figures/content/rows.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { openingsOf, owedTo, untoldOf, type Opening, type Owed } from './next-sponsors.ts';
import { nextTopics, type NextTopic } from './next-topics.ts';
import { outlookOf, type NotYet } from './outlook.ts';
import { repeatedStories, type Repeated } from './repeated-stories.ts';

/** What an item in a position gets on average, for as many readers as the coming issue reaches. */
export type NextPosition = {
	position: number;
	/** the position's average click rate × as many as the coming issue reaches */
	expected: number;
	/** ends of the 90 % interval of the average */
	low: number;
	high: number;
	/** how many items it rests on */
	items: number;
};

export type NextFigures = {
	/** up to when there are data of the issues that it goes by */
	dataUpTo: number | null;
	/** issues that there are to go by; why positions and openings have no numbers yet */
	issues: number;
	notYet: NotYet | null;
	/** how many it will probably reach */
	delivered: number | null;
	/** those that readers want more of first, then what is due, what they want less of last */
	topics: NextTopic[];
	positions: NextPosition[];
	openings: Opening[];
	/** placements that name an issue that is not there yet */
	booked: { sponsor: string; issue: string; guaranteed: number | null }[];
	owed: Owed[];
	/** placements with a guarantee, in closed issues, whose clicks are unknown: they may fall short as well */
	untold: number;
	again: Repeated[];
	/** the weekday of most clicks, 1 Monday to 7, against the others; null unless the data can tell */
	day: { weekday: number; issues: number; change: number; low: number; high: number } | null;
	/** weekdays with enough issues to be compared */
	days: number;
};

/** Fewer issues on a weekday tell nothing of it. */
const FEWEST_ON_A_DAY = 4;

/** What the coming issue should hold, and what its positions are worth: the page of an editorial meeting. */
export const nextFigures = beside('next', figures);

async function figures(db: Db, publication: Publication): Promise<NextFigures> {
	const archive = await archiveOf(db, publication);
	const outlook = outlookOf(archive, null);
	const known = 'notYet' in outlook ? null : outlook;
	const { placed } = await moneyOf(db, publication);
	const placements = await placementRows(db, publication, placed);
	const rows = issueRows(archive, archive.issues);
	const { positions, dataUpTo } = await itemFigures(db, publication, everything);
	const delivered = known?.delivered ?? null;

	return {
		dataUpTo,
		issues: outlook.issues,
		notYet: 'notYet' in outlook ? outlook.notYet : null,
		delivered,
		topics: await nextTopics(db, publication, archive),
		positions:
			delivered === null
				? []
				: positions.map(({ position, rate, low, high, n }) => ({
						position,
						items: n,
						expected: rate * delivered,
						low: low * delivered,
						high: high * delivered
					})),
		openings: openingsOf(archive, known),
		booked: placements.flatMap(({ unlocated, sponsor, issue, guaranteed }) =>
			unlocated === 'noIssue' && issue !== null ? [{ sponsor, issue, guaranteed }] : []
		),
		owed: owedTo(placements),
		untold: untoldOf(placements),
		again: repeatedStories(db, publication, archive),
		day: bestDay(rows, publication.zone),
		days: weekdays(rows, publication.zone).length
	};
}

/**
 * The weekday whose issues are clicked clearly more than the others', with all days considered that were
 * tried; its interval is that of the page of the audience.
 */
export function bestDay(issues: readonly IssueRow[], zone: string): NextFigures['day'] {
	const days = weekdays(issues, zone);
	if (days.length < 2) return null;
	const best = weekdays(issues, zone, days.length)
		.filter(({ changeLow }) => changeLow !== null && changeLow > 0)
		.sort((a, b) => b.changeLow! - a.changeLow!)[0];
	const clear = days.find(({ value }) => value === best?.value);
	if (!clear) return null;
	const { value, issues: n, change, changeLow, changeHigh } = clear;
	return { weekday: value, issues: n, change: change!, low: changeLow!, high: changeHigh! };
}

/** The weekdays that tell something; `among` how many were tried. */
function weekdays(issues: readonly IssueRow[], zone: string, among?: number) {
	return sendTimeRows(issues, zone, among).filter(
		(row) => row.of === 'weekday' && row.issues >= FEWEST_ON_A_DAY
	);
}
