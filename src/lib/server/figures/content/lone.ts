import { loneChecks, type LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { Archive } from '../archive.ts';

/** Lone checks of some issues together; null if unknown. */
export function loneIn(archive: Archive, issues: readonly { id: number }[]): LoneChecks | null {
	return loneFigures(archive, new Set(issues.map(({ id }) => id))).total;
}

/**
 * Lone checks of each issue of a period, and of all together; people's clicks are estimated from all issues.
 * With one issue both are the same number.
 */
export function loneFigures(
	{ lone: sends }: Pick<Archive, 'lone'>,
	issues: { size: number; has(id: number): boolean }
): { of(issueId: number): LoneChecks | null; total: LoneChecks | null } {
	const { of, total } = loneChecks(sends, ({ issueId }) => issueId !== null && issues.has(issueId));
	const byIssue = new Map<number, LoneChecks>();
	sends.forEach(({ issueId }, i) => {
		const own = of[i];
		if (issueId === null || !own) return;
		const sum = byIssue.get(issueId) ?? { estimate: 0, low: 0, high: 0 };
		byIssue.set(issueId, {
			estimate: sum.estimate + own.estimate,
			low: sum.low + own.low,
			high: sum.high + own.high
		});
	});
	const [alone] = issues.size === 1 ? [...byIssue.keys()].filter((id) => issues.has(id)) : [];
	return {
		of: (issueId) => byIssue.get(issueId) ?? null,
		total: alone === undefined ? total : byIssue.get(alone)!
	};
}
