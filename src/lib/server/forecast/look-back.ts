import { backtest, backtestRecord, type Backtested } from '#lib/measure/forecast/backtest.ts';
import { archiveOf, derived, type Archive } from '../figures/archive.ts';
import { beside } from '../figures/beside.ts';
import type { FitFacts } from '../fits/archive.ts';
import { leagueInput } from '../fits/league-input.ts';
import { pageCounts } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import type { TrackRecord } from './forecasts.ts';

/** How forecasts of past issues would have gone, issue by issue, the oldest first. */
export type LookBack = TrackRecord & {
	rows: (Backtested & {
		issueId: number;
		number: number | null;
		title: string;
		sentAt: number | null;
	})[];
};

/** So many of the latest issues are forecast after the event; fewer where each takes long. */
const LATEST = 20;

/** What may be fitted for it at most: items times issues. Some seconds, in a thread beside. */
const MOST = 60_000;

const DRAWS = 1000;

/**
 * Forecasts the latest issues from nothing but those before each, for as many as it reached: how good
 * forecasts would have been, known before the first was made. Editorial items alone.
 */
export const lookBackFigures = beside(
	'look back',
	async (db: Db, publication: Publication): Promise<LookBack> => {
		const archive = await archiveOf(db, publication);
		return derived(db, publication, 'look back', async () =>
			lookBack(archive, await pageCounts(db, publication.id))
		);
	}
);

async function lookBack(
	archive: Archive,
	countsOfIssue: FitFacts['countsOfIssue']
): Promise<LookBack> {
	const { input, keys } = leagueInput({ ...archive, countsOfIssue }, 'editorial');
	const known = new Map(archive.issues.map((issue) => [issue.id, issue]));
	const held = [...new Set(input.items.map(({ issue }) => issue))].sort((a, b) => b - a);
	const most = Math.max(3, Math.min(LATEST, Math.floor(MOST / (input.items.length || 1))));
	const items: Backtested[] = [];
	const rows: LookBack['rows'] = [];
	for (const at of held.slice(0, most).reverse()) {
		// whoever else asks gets their turn in between
		await new Promise((resolve) => setImmediate(resolve));
		const result = backtest(input, at, DRAWS);
		const issue = known.get(keys.issues[at]!);
		if (!result || !issue) continue;
		items.push(...result.items);
		const { id: issueId, number, title, sentAt } = issue;
		rows.push({ ...result.total, issueId, number, title, sentAt });
	}
	return { issues: rows.length, items: backtestRecord(items), totals: backtestRecord(rows), rows };
}
