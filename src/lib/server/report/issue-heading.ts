import { findMasthead } from '#lib/issue/lines/number.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';

/** How an issue is called by number and title; once where its title says the number: “Tide #59: The quay”. */
export function issueHeading(
	{ number, title }: { number: number | null; title: string },
	formats: Formats
): string {
	if (number === null || findMasthead(title) === number) return title;
	return m['report.name.issue']({ issue: formats.issue(number), title }, formats);
}
