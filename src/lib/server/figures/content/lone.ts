import { loneChecks, type LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { loneOf } from '../../store/events/verdicts.ts';

/** Lone checks of some issues together; null where they cannot be told. */
export async function loneIn(
	db: Db,
	publication: Publication,
	issues: readonly { id: number }[]
): Promise<LoneChecks | null> {
	const ids = new Set(issues.map(({ id }) => id));
	return (await loneFigures(db, publication, ids)).total;
}

/**
 * Lone checks of the issues of a period, of each and of all together; what people do is told from all
 * issues. Of one issue both are one number.
 */
export async function loneFigures(
	db: Db,
	publication: Publication,
	issues: { size: number; has(id: number): boolean }
): Promise<{ of(issueId: number): LoneChecks | null; total: LoneChecks | null }> {
	const sends = await loneOf(db, publication.id);
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
