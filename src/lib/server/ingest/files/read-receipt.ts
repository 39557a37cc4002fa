import { findImport } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { becameOf } from './became.ts';
import { receiptOf, type Receipt, type ReceiptState } from './receipt.ts';
import type { Taken } from './take.ts';

/** What became of one upload: its receipt; of a zip, that of each file below the worst of their states. */
export type UploadReceipt = Receipt | { id: number; state: ReceiptState; files: Receipt[] };

/** The worst first: what somebody must look at, then what has not ended. */
const worst: readonly ReceiptState[] = [
	...(['question', 'failed', 'running', 'waiting', 'undoing'] as const),
	...(['undone', 'done', 'known'] as const)
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

/** What became of an upload, as it is now. */
export async function readReceipt(
	db: Db,
	publication: Publication,
	id: number,
	taken: readonly Taken[]
): Promise<UploadReceipt> {
	const files: Receipt[] = [];
	for (const one of taken) files.push(await receiptOf(db, publication, one));
	const [only, more] = files;
	if (only && !more) return only;
	const state = worst.find((one) => files.some((file) => file.state === one)) ?? 'failed';
	return { id, state, files };
}
