import { issueLabel } from '#lib/issue-label.ts';
import { changePoint } from '#lib/measure/topics/change-point.ts';
import { seeded } from '#lib/measure/stats/random.ts';
import type { ArchiveIssue } from '../store/rollups/archive.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { archiveOf, derived } from './archive.ts';
import { beside } from './beside.ts';

/** The issue since which machines make another share of all clicks, for instance after a scanner's update. */
export type MachineStep = {
	issueId: number;
	/** its number, else its title */
	issue: string;
	/** when it was sent, UTC milliseconds; null if no file gives it */
	at: number | null;
	/** shares of all clicks that were filtered, 0..1, before it and since */
	before: number;
	after: number;
};

/** Issues with fewer clicks do not show a share well. */
const LEAST_CLICKS = 20;
/** Highest chance of such a step in a series without one. */
const CHANCE = 0.01;
/** Smaller differences of shares do not matter to people. */
const LEAST_STEP = 0.05;

/** The clearest lasting step in the share of machines' clicks over the whole history; null without one. */
export const machineStep = beside(
	'machine step',
	async (db: Db, publication: Publication): Promise<MachineStep | null> => {
		const { issues } = await archiveOf(db, publication);
		return derived(db, publication, 'machine step', () => stepOf(issues));
	}
);

function stepOf(issues: readonly ArchiveIssue[]): MachineStep | null {
	const rows = issues.flatMap(({ id, number, title, sentAt, rollup }) => {
		const { layer, clicks = null, allClicks = null } = rollup ?? {};
		return layer === 'events' && clicks !== null && allClicks !== null && allClicks >= LEAST_CLICKS
			? [{ id, issue: issueLabel({ number, title }), at: sentAt, clicks, allClicks }]
			: [];
	});
	const points = rows.map(({ allClicks, clicks }) => ({
		value: Math.log((allClicks - clicks + 0.5) / (clicks + 0.5)),
		variance: 1
	}));
	const change = changePoint(points, seeded(14));
	if (!change || change.chance > CHANCE) return null;

	const share = (some: typeof rows) => {
		const all = some.reduce((sum, { allClicks }) => sum + allClicks, 0);
		return 1 - some.reduce((sum, { clicks }) => sum + clicks, 0) / all;
	};
	const [before, after] = [share(rows.slice(0, change.index)), share(rows.slice(change.index))];
	if (Math.abs(after - before) < LEAST_STEP) return null;
	const { id, issue, at } = rows[change.index]!;
	return { issueId: id, issue, at, before, after };
}
