import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import type { RejectedRow } from '../../figures/imports.ts';
import { tableOf, type Table, type Taken } from './table.ts';

/** Refused rows with the reason beside each; what may name a person is an empty cell. */
export function rejectTable(rejects: readonly RejectedRow[], locale: Locale): Table {
	const o = { locale };
	const width = rejects.reduce((most, { cells }) => Math.max(most, cells.length), 0);
	const cells = Array.from({ length: width }, (_, i) => i);
	return tableOf<RejectedRow>(
		[
			[m['refused.row']({}, o), ({ row }) => row, 'count'],
			[m['refused.why']({}, o), ({ code }) => words(`reject.${code}`, {}, locale)],
			...cells.map((i): Taken<RejectedRow> => [
				m['csv.cell']({ n: i + 1 }, o),
				({ cells: own }) => own[i] ?? null
			])
		],
		rejects
	);
}
