import { loneChecks, type LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { Archive } from '../archive.ts';

/** Lone checks of some issues together; null where they cannot be told. */
export function loneIn(archive: Archive, issues: readonly { id: number }[]): LoneChecks | null {
	return loneFigures(archive, new Set(issues.map(({ id }) => id))).total;
}

/**
 * Lone checks of the issues of a period, of each and of all together; what people do is told from all
 * issues. Of one issue both are one number.
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
