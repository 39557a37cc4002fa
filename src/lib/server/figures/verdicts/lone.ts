import { loneChecks, type LoneChecks } from '#lib/measure/verdicts/lone-checks.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { loneOf } from '../../store/events/verdicts.ts';

/** Lone checks of the issues of a period; what people do is told from all issues. */
export async function loneFigures(
	db: Db,
	publication: Publication,
	issues: { has(id: number): boolean }
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
	return { of: (issueId) => byIssue.get(issueId) ?? null, total };
}
