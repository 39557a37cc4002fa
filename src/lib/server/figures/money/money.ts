import type { MoneyKind } from '#lib/money-kinds.ts';
import { convert } from '#lib/spend/convert.ts';
import { countOnce } from '#lib/spend/once.ts';
import { refundsOnSales } from '#lib/spend/refunds.ts';
import { dayOfDate, partOf } from '#lib/spend/spread.ts';
import { namedKinds, oneSpelling, renamer } from '#lib/same-names.ts';
import { answersOnMoney, unpricedRows, type MoneyFile } from '../../store/events/imports.ts';
import { moneyRows, type PlacementRow, type SpendRow, type ValueRow } from '../../store/money.ts';
import type { Db } from '../../store/sql/open.ts';
import { ratesOf, type Publication } from '../../store/publications.ts';
import { derived } from '../archive.ts';
import { statementContent, standingOf } from './standing.ts';

/** Money in the publication's own currency, on local days since 1970, both counted. */
export type DatedAmount = { amount: number; from: number; to: number };

export type Spent = DatedAmount & {
	id: number;
	channel: string;
	campaign: string | null;
	/** its currency has no rate: its amount is not known, and is 0 here */
	unrated: boolean;
};

export type Brought = DatedAmount &
	Pick<
		ValueRow,
		'id' | 'kind' | 'readerId' | 'channel' | 'campaign' | 'issue' | 'item' | 'urlId' | 'sessions'
	> & {
		conversions: number;
		/** a refund, or a sale of which the same row says that all of it was paid back */
		refunded: boolean;
	};

/** A placement; its fee is null where nobody says it, or where its currency has no rate. */
export type PlacedFee = Pick<
	PlacementRow,
	'id' | 'sponsor' | 'issue' | 'item' | 'urlId' | 'guaranteedClicks'
> & {
	fee: number | null;
	/** the sponsor as the file writes it */
	written: string;
	/** the fee in a currency without a rate; null where it is none */
	unrated: Pick<Unrated, 'kind' | 'currency' | 'amount'> | null;
};

/** An amount on days, in minor units of a currency without a rate. */
export type Unrated = {
	kind: MoneyKind;
	currency: string;
	amount: number;
	channel: string | null;
	from: number;
	to: number;
};

/** Amounts of one kind in one currency without a rate, together. */
export type UnratedSum = Pick<Unrated, 'kind' | 'currency' | 'amount'> & { n: number };

/** What no figure holds, and why: shown in a footnote. */
export type Aside = {
	/** no date: they cannot be told apart by month */
	undated: Record<'spend' | 'value', number>;
	/** no amount, or no fee */
	unpriced: number;
	/** stated by several files, counted once */
	repeated: number;
	/** a later file says another amount of the same, or of some of its days: that one counts */
	replaced: number;
	/** a person said that they do not count */
	leftOut: number;
};

type Rename = (name: string) => string;

export type PublicationMoney = {
	spent: Spent[];
	brought: Brought[];
	placed: PlacedFee[];
	/** spend and value in currencies without a rate */
	unrated: Unrated[];
	/** of spend and value: what figures of channels do not hold */
	aside: Aside;
	/** of placements: what figures of sponsors do not hold */
	asidePlaced: Aside;
};

/** Amounts without a rate by what they are and their currency, in the order in which these come. */
export function unratedSums(
	rows: readonly Pick<Unrated, 'kind' | 'currency' | 'amount'>[]
): UnratedSum[] {
	const sums = new Map<string, UnratedSum>();
	for (const { kind, currency, amount } of rows) {
		const sum = sums.get(`${kind} ${currency}`) ?? { kind, currency, n: 0, amount: 0 };
		sums.set(`${kind} ${currency}`, { ...sum, n: sum.n + 1, amount: sum.amount + amount });
	}
	return [...sums.values()];
}

/** All that files and people say about money, each statement once, in the publication's currency. */
export function moneyOf(db: Db, publication: Publication): Promise<PublicationMoney> {
	return derived(db, publication, 'money', () => readMoney(db, publication));
}

// eslint-disable-next-line max-lines-per-function -- one figure put together: each of its fields is made in one place
async function readMoney(db: Db, publication: Publication): Promise<PublicationMoney> {
	const { id, currency, sameNames } = publication;
	const rates = ratesOf(publication);
	const [channelOf, campaignOf, sponsorOf] = namedKinds.map((kind) => renamer(sameNames, kind)) as [
		Rename,
		Rename,
		Rename
	];
	const orNull = (rename: Rename, name: string | null) => (name === null ? null : rename(name));
	const nothingAside = async (kinds: readonly MoneyFile[]): Promise<Aside> => ({
		undated: { spend: 0, value: 0 },
		unpriced: await unpricedRows(db, id, kinds),
		repeated: 0,
		replaced: 0,
		leftOut: 0
	});
	const aside = await nothingAside(['spend', 'value']);
	const asidePlaced = await nothingAside(['placements']);
	const answers = await answersOnMoney(db, id);
	const counted = async <Kind extends MoneyKind>(kind: Kind, aside: Aside) => {
		const standing = standingOf(await moneyRows(db, id, kind), answers);
		const once = countOnce(standing.rows, (row) => statementContent(row, answers.adds));
		aside.replaced += standing.replaced.length + standing.parts.size;
		aside.repeated += once.repeated;
		aside.leftOut += once.leftOut;
		return { counted: once.counted, parts: standing.parts };
	};
	const unrated: Unrated[] = [];
	const own = (amount: number, foreign: string) => convert(amount, foreign, currency, rates);
	/** Days and own currency, or null for what is counted aside. */
	const flatOf = (row: SpendRow | ValueRow, kind: 'spend' | 'value'): DatedAmount | null => {
		const days = daysOf(row);
		if (!days) {
			aside.undated[kind]++;
			return null;
		}
		const amount = own(row.amount, row.currency);
		if (amount !== null) return { ...days, amount };
		const channel = orNull(channelOf, row.channel);
		unrated.push({ ...days, kind, currency: row.currency, amount: row.amount, channel });
		return null;
	};

	const spending = await counted('spend', aside);
	const spent = spending.counted.flatMap((row): Spent[] => {
		const known = flatOf(row, 'spend');
		const flat = known ?? daysOf(row);
		if (!flat) return [];
		const channel = channelOf(row.channel);
		const campaign = orNull(campaignOf, row.campaign);
		return (spending.parts.get(row) ?? [flat]).map(({ from, to }) => ({
			id: row.id,
			channel,
			campaign,
			from,
			to,
			amount: partOf(flat, from, to),
			unrated: known === null
		}));
	});
	const brought = (await counted('value', aside)).counted.flatMap((row): Brought[] => {
		const flat = flatOf(row, 'value');
		const { id, kind, readerId, issue, item, urlId, sessions } = row;
		const channel = orNull(channelOf, row.channel);
		const campaign = orNull(campaignOf, row.campaign);
		const conversions = row.conversions ?? (row.amount > 0 ? 1 : 0);
		// a reader's row of no sale and no amount is one that was paid back whole
		const refunded =
			row.amount < 0 || (readerId !== null && row.amount === 0 && row.conversions === 0);
		const of = { id, kind, readerId, channel, campaign, issue, item, urlId, sessions };
		return flat ? [{ ...flat, ...of, conversions, refunded }] : [];
	});
	const places = (await counted('placement', asidePlaced)).counted;
	const spelled = oneSpelling(places.map(({ sponsor }) => sponsorOf(sponsor)));
	const placed = places.map((row): PlacedFee => {
		const { id, sponsor: written, issue, item, urlId, guaranteedClicks } = row;
		const sponsor = spelled(sponsorOf(written));
		if (row.fee === null) asidePlaced.unpriced++;
		const [paid, paidIn] = [row.fee, row.currency ?? currency];
		const fee = paid === null ? null : own(paid, paidIn);
		const foreign =
			paid === null || fee !== null
				? null
				: { kind: 'placement' as const, currency: paidIn, amount: paid };
		return { id, sponsor, written, issue, item, urlId, guaranteedClicks, fee, unrated: foreign };
	});
	return { spent, brought: refundsOnSales(brought), placed, unrated, aside, asidePlaced };
}

/** The days of a row, with nothing on them; null where it is not dated. */
function daysOf({ from, to }: SpendRow | ValueRow): DatedAmount | null {
	return from === null || to === null
		? null
		: { amount: 0, from: dayOfDate(from), to: dayOfDate(to) };
}
