import { instants as instantsOf } from '#lib/csv/instants/dates.ts';
import { isNothing } from '#lib/csv/nothing.ts';
import { namedTwice, otherAddresses } from '#lib/providers/by-hand/odd-columns.ts';
import { optOutsOfTypes } from '#lib/providers/by-hand/opt-outs.ts';
import { repeatedAmounts, sumsAmongRows } from '#lib/providers/by-hand/shapes/shared-numbers.ts';
import { readStatus } from '#lib/providers/plans/subscriber-reader.ts';
import type { Doubt } from '#lib/providers/reading-card.ts';
import type { FileFacts, Instants, Recognition, Role } from '#lib/providers/recogniser.ts';
import { safeCells } from '#lib/providers/safe-cells.ts';
import type { RecognisedTable } from './read-tables.ts';

/**
 * What may be wrong with a table that has a service's headers, by what its sample holds beneath them: a
 * service's file that somebody opened, extended and saved again has them still.
 */
export function doubtsOfService({ file, recognition }: RecognisedTable): Doubt[] {
	const { recogniser, columns } = recognition;
	const instants = new Map(recogniser.instants.map((role) => [role, inAnyOrder]));
	const twice = [namedTwice, otherAddresses].flatMap((doubtsIn) =>
		doubtsIn(file, recogniser.kind, columns)
	);
	if (recogniser.kind === 'spend' || recogniser.kind === 'value')
		return [...twice, ...countedTwice(file, recognition, instants)];
	if (recogniser.kind === 'sends') return [...twice, ...statedTwice(file, recognition, instants)];
	if (recogniser.kind !== 'subscribers') return twice;

	const { header, sample } = file.table;
	const cellsOf = (role: Role) =>
		sample.map((row) => row[columns[role] ?? -1] ?? '').filter((cell) => !isNothing(cell));
	const doubt = (code: Doubt['code'], role: Role, cells: string[]): Doubt => {
		const values = safeCells(cells).filter((cell) => cell !== null);
		return {
			code,
			waits: true,
			column: header[columns[role] ?? -1] ?? '',
			rows: cells.length,
			values: [...new Set(values)].slice(0, 5)
		};
	};

	// without its dates a list would be taken all the same, and say nothing of when
	const unread = (['joined', 'left'] as const).flatMap((role) => {
		const cells = cellsOf(role);
		const lost = cells.filter((cell) => inAnyOrder(cell) === null);
		return lost.length > 0.5 * cells.length ? [doubt('oddlyFilled', role, lost)] : [];
	});
	// whoever left would be taken for one who is there
	const read = recogniser.reader(file, columns, instants);
	const unknown = sample.flatMap((row) => {
		const cell = row[columns.status ?? -1] ?? '';
		if (isNothing(cell) || readStatus(cell) !== undefined) return [];
		const reading = read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'reader' && fact.status === undefined ? [cell.trim()] : [];
	});
	const isThere = (row: string[]) => {
		const reading = read(row);
		const [fact] = 'facts' in reading ? reading.facts : [];
		return fact?.fact === 'reader' && fact.status === 'active';
	};
	return [
		...twice,
		...unread,
		...optOutsOfTypes(file.table, isThere),
		...(unknown.length ? [doubt('wordUnknown', 'status', unknown)] : [])
	];
}

const dayFirst = instantsOf({ order: 'dmy' }, 'UTC');
const monthFirst = instantsOf({ order: 'mdy' }, 'UTC');

/** An instant as far as it matters whether it is one, and the same as another: its order is told later. */
function inAnyOrder(cell: string): number | null {
	return dayFirst(cell) ?? monthFirst(cell);
}

/** Rows of money, of those that the service's own rules do not leave out, that would count more than once. */
function countedTwice(
	file: FileFacts,
	{ recogniser, columns }: Recognition,
	instants: Map<Role, Instants>
): Doubt[] {
	const read = recogniser.reader(file, columns, instants);
	const sample = file.table.sample.filter((row) => 'facts' in read(row));
	const kept = { ...file, table: { ...file.table, sample } };
	return [repeatedAmounts, sumsAmongRows].flatMap((doubtsIn) =>
		doubtsIn(kept, recogniser.kind, columns)
	);
}

/** Sends of a list that have one name, where nothing else tells them apart: the last would be all of them. */
function statedTwice(
	file: FileFacts,
	{ recogniser, columns }: Recognition,
	instants: Map<Role, Instants>
): Doubt[] {
	const read = recogniser.reader(file, columns, instants);
	const stated = new Map<string, Set<string>>();
	for (const row of file.table.sample) {
		const reading = read(row);
		for (const fact of 'facts' in reading ? reading.facts : []) {
			if (fact.fact !== 'send') continue;
			const { sentAt, delivered, opens, clicks } = fact;
			const own = stated.get(fact.campaign) ?? new Set<string>();
			stated.set(fact.campaign, own.add(JSON.stringify([sentAt, delivered, opens, clicks])));
		}
	}
	const twice = [...stated].flatMap(([name, own]) => (own.size > 1 ? [name] : []));
	if (twice.length === 0) return [];
	return [{ code: 'campaignTwice', waits: true, values: twice.slice(0, 3) }];
}
