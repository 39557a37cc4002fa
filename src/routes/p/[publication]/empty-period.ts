import type { Choices } from '#lib/messages/filter-words.ts';

/** Whether nothing was sent in the period that was asked for, though something was at another time. */
export function isEmptyPeriod(issues: number, choices: Choices): boolean {
	return issues === 0 && choices.issues.length > 0;
}
