import { isNothing } from '#lib/csv/nothing.ts';
import { namedTwice, otherAddresses } from '#lib/providers/by-hand/odd-columns.ts';
import { statusOf } from '#lib/providers/plans/subscriber-reader.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { Instants, Role } from '#lib/providers/recogniser.ts';
import { safeCells } from '#lib/providers/safe-cells.ts';
import type { RecognisedTable } from './read-tables.ts';

/**
 * What may be wrong with a table that has a service's headers, by what its sample holds beneath them: a
 * service's file that somebody opened, extended and saved again has them still.
 */
export function doubtsOfService(
	{ file, recognition }: RecognisedTable,
	instants: Map<Role, Instants>
): Doubt[] {
	const { recogniser, columns } = recognition;
	const twice = [namedTwice, otherAddresses].flatMap((doubtsIn) =>
		doubtsIn(file, recogniser.kind, columns)
	);
	if (recogniser.kind !== 'subscribers') return twice;

	const { header, sample } = file.table;
	const cellsOf = (role: Role) =>
		sample.map((row) => row[columns[role] ?? -1] ?? '').filter((cell) => !isNothing(cell));
	const doubt = (code: Doubt['code'], role: Role, cells: string[]): Doubt => {
		const values = safeCells(cells).filter((cell) => cell !== null);
		return {
			...{ code, waits: true, column: header[columns[role] ?? -1] ?? '', rows: cells.length },
			values: [...new Set(values)].slice(0, 5)
		};
	};

	// without its dates a list would be taken all the same, and say nothing of when
	const unread = (['joined', 'left'] as const).flatMap((role) => {
		const cells = cellsOf(role);
		const lost = cells.filter((cell) => (instants.get(role)?.(cell) ?? null) === null);
		return lost.length > 0.5 * cells.length ? [doubt('oddlyFilled', role, lost)] : [];
	});
	// whoever left would be taken for one who is there
	const read = recogniser.reader(file, columns, instants);
	const unknown = sample.flatMap((row) => {
		const cell = row[columns.status ?? -1] ?? '';
		if (isNothing(cell) || statusOf(cell) !== undefined) return [];
		const reading = read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'reader' && fact.status === undefined ? [cell.trim()] : [];
	});
	return [
		...twice,
		...unread,
		...(unknown.length ? [doubt('wordUnknown', 'status', unknown)] : [])
	];
}
