import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { IssueRow, ItemRow } from '#lib/server/figures/content/rows.ts';

/**
 * Which editorial item of an issue was clicked most, where nothing says what its position gets; of several
 * with as many clickers, none is the one.
 */
export function mostClicked(
	best: IssueRow['best'],
	items: readonly Pick<ItemRow, 'role' | 'clickers'>[],
	formats: Formats
): string {
	if (!best || best.lift !== null) return '';
	const clickers = formats.number(best.clickers);
	const alike = items.filter(
		(item) => item.role === 'editorial' && item.clickers === best.clickers
	);
	if (alike.length > 1)
		return m['issue.mostClicked.same']({ items: formats.number(alike.length), clickers });
	return m['issue.mostClicked']({ title: formats.quote(best.title), n: best.clickers, clickers });
}
