import { m } from '#lib/messages/compiled/messages.js';
import type { Choices } from '#lib/messages/filter-offers.ts';

/** Whether nothing was sent in the period that was asked for, though something was at another time. */
export function isEmptyPeriod(issues: number, choices: Choices): boolean {
	return issues === 0 && choices.issues.length > 0;
}

/** What a page is called that has no issue, of the period asked for or at all; null where it has some. */
export function emptyTitle(issues: number, choices: Choices): string | null {
	if (issues > 0) return null;
	return isEmptyPeriod(issues, choices) ? m['empty.period']() : m['finding.nothingYet']();
}
