import { convert } from '#lib/spend/convert.ts';
import { countOnce } from '#lib/spend/once.ts';
import { refundsOnSales } from '#lib/spend/refunds.ts';
import { dayNumber } from '#lib/spend/spread.ts';
import { unpricedRows } from '../store/imports.ts';
import {
	moneyRows,
	type MoneyKind,
	type PlacementRow,
	type SpendRow,
	type ValueRow
} from '../store/money.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { derived } from './archive.ts';

/** Money in the publication's own currency, on local days since 1970, both counted. */
export type Dated = { amount: number; from: number; to: number };

export type Spent = Dated & { id: number; channel: string; campaign: string | null };

export type Brought = Dated &
	Pick<
		ValueRow,
		'id' | 'kind' | 'readerId' | 'channel' | 'campaign' | 'issue' | 'urlId' | 'sessions'
	> & { conversions: number };

/** A placement; its fee is null where nobody says it, or where its currency has no rate. */
export type Placed = Pick<
	PlacementRow,
	'id' | 'sponsor' | 'issue' | 'item' | 'urlId' | 'guaranteedClicks'
> & { fee: number | null };

/** What no figure holds, and why: shown in a footnote. */
export type Aside = {
	/** no date: they cannot be told apart by month */
	undated: Record<'spend' | 'value', number>;
	/** no amount, or no fee */
	unpriced: number;
	/** in a currency without a rate: amounts in its own minor units */
	noRate: { currency: string; n: number; amount: number }[];
	/** stated by several files, counted once */
	repeated: number;
	/** a person said that they do not count */
	leftOut: number;
};

export type Money = { spent: Spent[]; brought: Brought[]; placed: Placed[]; aside: Aside };

/** All that files and people say about money, each statement once, in the publication's currency. */
export function moneyOf(db: Db, publication: Publication): Promise<Money> {
	return derived(db, publication, 'money', () => readMoney(db, publication));
}

/** What makes two statements the same. */
export function contentOf(row: SpendRow | ValueRow | PlacementRow): string {
	return JSON.stringify({ ...row, id: 0, importId: 0, leftOut: false });
}

async function readMoney(db: Db, { id, currency, rates }: Publication): Promise<Money> {
	const aside: Aside = {
		undated: { spend: 0, value: 0 },
		unpriced: await unpricedRows(db, id),
		noRate: [],
		repeated: 0,
		leftOut: 0
	};
	const counted = async <Kind extends MoneyKind>(kind: Kind) => {
		const once = countOnce(await moneyRows(db, id, kind), contentOf);
		aside.repeated += once.repeated;
		aside.leftOut += once.leftOut;
		return once.counted;
	};
	const own = (amount: number, foreign: string): number | null => {
		const converted = convert(amount, foreign, currency, rates);
		if (converted === null) {
			const known = aside.noRate.find((one) => one.currency === foreign);
			if (known) {
				known.n++;
				known.amount += amount;
			} else aside.noRate.push({ currency: foreign, n: 1, amount });
		}
		return converted;
	};
	/** Days and own currency, or null for what is counted aside. */
	const dated = (row: SpendRow | ValueRow, kind: 'spend' | 'value'): Dated | null => {
		if (row.from === null || row.to === null) {
			aside.undated[kind]++;
			return null;
		}
		const amount = own(row.amount, row.currency);
		return amount === null ? null : { amount, from: dayNumber(row.from), to: dayNumber(row.to) };
	};

	const spent = (await counted('spend')).flatMap((row): Spent[] => {
		const flat = dated(row, 'spend');
		return flat ? [{ ...flat, id: row.id, channel: row.channel, campaign: row.campaign }] : [];
	});
	const brought = (await counted('value')).flatMap((row): Brought[] => {
		const flat = dated(row, 'value');
		const { id, kind, readerId, channel, campaign, issue, urlId, sessions } = row;
		const conversions = row.conversions ?? (row.amount > 0 ? 1 : 0);
		return flat
			? [{ ...flat, id, kind, readerId, channel, campaign, issue, urlId, sessions, conversions }]
			: [];
	});
	const placed = (await counted('placement')).map((row): Placed => {
		const { id, sponsor, issue, item, urlId, guaranteedClicks } = row;
		if (row.fee === null) aside.unpriced++;
		const fee = row.fee === null ? null : own(row.fee, row.currency ?? currency);
		return { id, sponsor, issue, item, urlId, guaranteedClicks, fee };
	});
	return { spent, brought: refundsOnSales(brought), placed, aside };
}
