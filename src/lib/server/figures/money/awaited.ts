import type { MoneyKind } from '#lib/money-kinds.ts';
import { renamer } from '#lib/same-names.ts';
import type { Db } from '../../store/sql/open.ts';
import { ratesOf, type Publication } from '../../store/publications.ts';
import { itemFinder, type TargetWhy } from '../content/item-finder.ts';

/** What a statement about money would wait for once it is stored, and of what. Worded under `ledger.paste.<code>`. */
export type Awaited = { code: TargetWhy | 'noFee' | 'noRate'; what: string };

/** As rows state it, before they are stored. */
type Stated = {
	money: MoneyKind;
	amount: number | null;
	currency: string | null;
	issue?: string;
	item?: string;
	url?: string;
	sponsor?: string;
};

/** What each of some rows would wait for: the same that the receipt of their import says, row by row. */
export async function awaitedBy(
	db: Db,
	publication: Publication,
	rows: readonly { money: readonly Stated[] }[]
): Promise<Awaited[][]> {
	const find = await itemFinder(db, publication, []);
	const sponsorOf = renamer(publication.sameNames, 'sponsor');
	const rates = ratesOf(publication);
	const of = (row: Stated): Awaited[] => {
		const { currency } = publication;
		const isForeign = row.amount !== null && row.currency !== null && row.currency !== currency;
		const unrated = isForeign && rates[row.currency!] === undefined;
		const noRate: Awaited[] = unrated ? [{ code: 'noRate', what: row.currency! }] : [];
		if (row.money !== 'placement') return noRate;
		const { why } = find({
			issue: row.issue ?? null,
			item: row.item ?? null,
			urlId: null,
			...(row.sponsor !== undefined && { sponsor: sponsorOf(row.sponsor), written: row.sponsor })
		});
		// which item a link leads to is known once it is stored
		const isPlaced = why === null || (row.url !== undefined && why !== 'noIssue');
		return [
			...(row.amount === null ? [{ code: 'noFee' as const, what: '' }] : noRate),
			...(isPlaced ? [] : [{ code: why, what: row.issue ?? '' }])
		];
	};
	return rows.map(({ money }) => money.flatMap(of));
}
