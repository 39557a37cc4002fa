import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { rejectWords } from '#lib/messages/reject-words.ts';
import type { RejectedRow } from '../../server/figures/imports.ts';
import { declare } from '../declare.ts';

/** Refused rows with the reason beside each, as wide as the widest; what may name a person is an empty cell. */
export function rejectTable(rejects: readonly RejectedRow[]) {
	const width = rejects.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const cells = Array.from({ length: width }, (_, i) => ({
		key: `cell${i + 1}`,
		head: (_: object, { locale }: Formats) => m['csv.cell']({ n: i + 1 }, { locale }),
		cell: ({ cells }: RejectedRow) => cells[i] ?? null
	}));
	return declare<RejectedRow>()({
		name: 'rejects',
		columns: [
			{ key: 'row', head: m['refused.row'], kind: 'count' },
			{
				key: 'why',
				head: m['refused.why'],
				cell: ({ code }, { locale }) => rejectWords(code, locale)
			},
			...cells
		],
		views: {}
	});
}
