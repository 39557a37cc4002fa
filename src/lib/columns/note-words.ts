import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';

/** What is noted beside a key figure: why it has no value, or why it is not compared; empty for nothing. */
export function noteWords(
	{ value, note }: { value: number | null; note: string | null },
	formats: Formats
): string {
	if (!note) return '';
	return value === null ? note : m['compare.notComparable']({ why: note }, formats);
}
