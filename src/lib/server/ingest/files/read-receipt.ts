import { findImport } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { becameOf } from './became.ts';
import { receiptOf, type Receipt, type ReceiptState } from './receipt.ts';
import type { Taken } from './take.ts';

/** The worst first: what somebody must look at, then what has not ended. */
const worst: readonly ReceiptState[] = [
	'question',
	'failed',
	'running',
	'waiting',
	'undoing',
	'undone',
	'done',
	'known'
];

/** The imports that an upload is, or became, by the number that it was given; none where there is no such. */
export async function takenOf(db: Db, id: number): Promise<Taken[]> {
	const own = await findImport(db, id);
	if (own) return [{ import: own, as: 'read' }];

	const all = await Promise.all(
		(await becameOf(db, id)).map(async ([one, as]) => ({ row: await findImport(db, one), as }))
	);
	return all.flatMap(({ row, as }): Taken[] => (row ? [{ import: row, as }] : []));
}

/** Receipts of all that an upload is, or became, as they are now. */
export async function receiptsOf(
	db: Db,
	publication: Publication,
	taken: readonly Taken[]
): Promise<Receipt[]> {
	const files: Receipt[] = [];
	for (const one of taken) files.push(await receiptOf(db, publication, one));
	return files;
}

/** The worst state of several files: what somebody must look at first. */
export function worstState(files: readonly Pick<Receipt, 'state'>[]): ReceiptState {
	return worst.find((one) => files.some(({ state }) => state === one)) ?? 'failed';
}
