import type { LeftOut } from '#lib/issue/source/left-out.ts';
import type { Doubt, ReadingCard } from '#lib/providers/reading-card.ts';
import { clickJoin } from '../../store/events/import-clicks.ts';
import type { Import } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { Taken } from './take.ts';

/** Where an import stands; `known` where the very same file is in already. */
export type ReceiptState =
	| 'waiting'
	| 'running'
	| 'question'
	| 'done'
	| 'failed'
	| 'undoing'
	| 'undone'
	| 'known';

/** What became of every row of one file. `rows = accepted + duplicate + rejected + skipped`. */
export type Receipt = {
	id: number;
	file: string;
	state: ReceiptState;
	publication: string;
	provider: string | null;
	kind: string | null;
	rows: number;
	accepted: number;
	duplicate: number;
	rejected: number;
	skipped: number;
	/** accepted clicks as they are joined now: their sum */
	matched: number;
	ambiguous: number;
	unmatched: number;
	seconds: number;
	/** why the file as a whole was not taken, or waits */
	trouble: { code: string; details: Record<string, string | number> } | null;
	/** of a document: what of it is neither read nor stored */
	leftOut: LeftOut | null;
	/** what may be wrong with the reading; `waits` for what is asked before anything is stored */
	doubts: Doubt[];
	/** how it is read, table by table; values that may name a person are masked */
	readings: ReadingCard[];
	/** the best reading was taken without an answer, as was asked */
	taken: boolean;
};

/** The cards of an import's tables, as they were kept with it. */
export function cardsOf({ reading }: Pick<Import, 'reading'>): ReadingCard[] {
	return (reading?.cards ?? []) as ReadingCard[];
}

/** What may be wrong with the reading of an import. */
export function doubtsOfImport(row: Pick<Import, 'reading' | 'trouble' | 'state'>): Doubt[] {
	const doubts = cardsOf(row).flatMap((card) => card.doubts);
	const { code, details } = row.trouble ?? { code: '', details: {} };
	if (doubts.length > 0 || row.state !== 'question') return doubts;
	if (code === 'datesAmbiguous')
		return [
			{
				code: 'orderAmbiguous',
				waits: true,
				column: String(details.column ?? ''),
				values: [String(details.example ?? '')]
			}
		];
	if (code === 'sendUnknown') return [{ code: 'noCampaign', waits: true }];
	return [{ code: 'kindUnknown', waits: true }];
}

/** The receipt of an import: what became of each of its rows, as of now. */
export async function receiptOf(
	db: Db,
	publication: Publication,
	{ import: row, as }: Taken
): Promise<Receipt> {
	const join =
		row.state === 'done' ? await clickJoin(db, row.id) : { matched: 0, ambiguous: 0, unmatched: 0 };
	const receipt: Receipt = {
		id: row.id,
		file: row.container ? `${row.container}/${row.name}` : row.name,
		state: row.state,
		publication: publication.slug,
		provider: row.provider,
		kind: row.kind,
		rows: row.rows,
		accepted: row.accepted,
		duplicate: row.duplicate,
		rejected: row.rejected,
		skipped: row.skipped,
		...join,
		seconds: row.finishedAt === null ? 0 : (row.finishedAt - row.startedAt) / 1000,
		trouble: row.trouble,
		leftOut: (row.reading?.leftOut as LeftOut | undefined) ?? null,
		doubts: doubtsOfImport(row),
		readings: cardsOf(row),
		taken: row.reading?.taken === true
	};
	if (as !== 'known' || row.state !== 'done') return receipt;

	// nothing of it was accepted this time: all that the first reading took is known
	return {
		...receipt,
		state: 'known',
		accepted: 0,
		duplicate: row.accepted + row.duplicate,
		matched: 0,
		ambiguous: 0,
		unmatched: 0,
		seconds: 0
	};
}
