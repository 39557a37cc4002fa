import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { openRevisions, type Revision } from './revisions.ts';

/** How many amounts of other files a file replaced, or wait to be told from them: somebody should say. */
export type OpenMoney = Pick<Revision, 'code' | 'n'>;

type AnyReceipt = { id: number; kind: string | null; state: string };

/** Whether a receipt is of a file about money that was taken in. */
export function isMoney({ kind, state }: AnyReceipt): boolean {
	const about = kind === 'spend' || kind === 'value' || kind === 'placements';
	return about && (state === 'done' || state === 'known');
}

/** Receipts, each with what somebody should say of its amounts. */
export async function withMoney<Receipt extends AnyReceipt>(
	db: Db,
	publication: Publication,
	receipts: readonly Receipt[]
): Promise<(Receipt & { money: OpenMoney[] })[]> {
	const open = receipts.some(isMoney) ? await openRevisions(db, publication) : [];
	return receipts.map((receipt) => ({
		...receipt,
		money: open.filter(({ id }) => id === receipt.id).map(({ n, code }) => ({ code, n }))
	}));
}
