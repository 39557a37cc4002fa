// Long, because which names may be of one thing is decided by all that is known of each.
import { DAY } from '#lib/duration.ts';
import { nameKey } from '#lib/name-key.ts';
import { namedKinds, oneSpelling, renamer, type NamedKind } from '#lib/same-names.ts';
import { alikeOrder, likeness, distinctiveWords, type Alike } from '#lib/spend/alike.ts';
import { monthOfDay, nameOfMonth } from '#lib/spend/months.ts';
import { moneyRows } from '../store/money.ts';
import type { Publication } from '../store/publications.ts';
import { readerColumns } from '../store/readers/reader-columns.ts';
import type { Db } from '../store/sql/open.ts';
import { acquiredAudience } from './money/acquired.ts';
import { derived } from './archive.ts';
import { attribute } from './money/attribution.ts';
import { beside } from './beside.ts';
import { moneyOf } from './money/money.ts';
import { placementRows } from './sponsors/sponsors.ts';

/** A channel, campaign or sponsor, with what is known of it in all data. */
export type NameRow = {
	kind: NamedKind;
	name: string;
	/** spend or fees in minor units; null where none is known */
	spend: number | null;
	/** some of it is in a currency without a rate, and not in that sum */
	unrated: boolean;
	/** readers who joined by it; of a sponsor, placements that an item was found for */
	brought: number;
	/** first and last month of these, `2026-03`; null where nothing is dated */
	from: string | null;
	to: string | null;
};

/** Two names that may be of one thing, and why. */
export type NamePair = {
	kind: NamedKind;
	/** what would count under `to` */
	from: string;
	to: string;
	because: Alike;
	/** of the months with spend on the one, those in which readers came by the other; null of sponsors */
	months: { n: number; of: number } | null;
};

/** Names that a person joined: the one as files write it, and under what it counts. */
export type JoinedName = { kind: NamedKind; name: string; to: string };

export type NameFigures = {
	/** spend or fees, and nobody that came by it */
	costing: NameRow[];
	/** readers or placements, and no spend or fee known */
	bringing: NameRow[];
	pairs: NamePair[];
	joined: JoinedName[];
	currency: string;
};

type Known = {
	spend: number | null;
	unrated: boolean;
	brought: number;
	spentIn: Set<number>;
	broughtIn: Set<number>;
};

/** Names with money and nobody beside those with readers and no money: which may be one thing written in two ways. */
export const nameFigures = beside('names', makeNameFigures);

function makeNameFigures(db: Db, publication: Publication): Promise<NameFigures> {
	return derived(db, publication, 'names', () => makeFigures(db, publication));
}

async function makeFigures(db: Db, publication: Publication): Promise<NameFigures> {
	const byKind = {
		...(await acquiring(db, publication)),
		sponsor: await sponsoring(db, publication)
	};
	const figures: NameFigures = {
		costing: [],
		bringing: [],
		pairs: [],
		joined: await joinedOf(db, publication, byKind),
		currency: publication.currency
	};
	for (const kind of namedKinds) {
		const all = [...byKind[kind]].filter(([name]) => name !== '');
		const rows = all.map(([name, known]) => rowOf(kind, name, known));
		figures.costing.push(...rows.filter(isCosting).sort((a, b) => (b.spend ?? 0) - (a.spend ?? 0)));
		figures.bringing.push(...rows.filter(isBringing).sort((a, b) => b.brought - a.brought));
		figures.pairs.push(...pairsOf(kind, rows, byKind[kind]));
	}
	return figures;
}

const isPaid = ({ spend, unrated }: NameRow) => spend !== null || unrated;
const isCosting = (row: NameRow) => isPaid(row) && row.brought === 0;
const isBringing = (row: NameRow) => !isPaid(row) && row.brought > 0;

function rowOf(
	kind: NamedKind,
	name: string,
	{ spend, unrated, brought, spentIn, broughtIn }: Known
): NameRow {
	const months = [...spentIn, ...broughtIn].sort((a, b) => a - b);
	return {
		kind,
		name,
		spend,
		unrated,
		brought,
		from: months.length ? nameOfMonth(months[0]!) : null,
		to: months.length ? nameOfMonth(months.at(-1)!) : null
	};
}

/** Channels and campaigns by name, with what was spent on them and who came by them. */
async function acquiring(db: Db, publication: Publication) {
	const audience = await acquiredAudience(db, publication);
	const money = await moneyOf(db, publication);
	const { spending } = attribute(money, audience);
	const { readers } = audience;
	const met = { channel: new Map<string, Known>(), campaign: new Map<string, Known>() };
	const at = (kind: 'channel' | 'campaign', place: number): Known | null =>
		place < 0
			? null
			: knownAs(
					met[kind],
					(kind === 'channel' ? audience.channels : audience.campaigns).names[place]!
				);

	for (const { amount, from, channel, campaign, unrated } of spending)
		for (const known of [at('channel', channel), at('campaign', campaign)]) {
			if (!known) continue;
			if (unrated) known.unrated = true;
			else known.spend = (known.spend ?? 0) + amount;
			known.spentIn.add(monthOfDay(from));
		}
	// where no list names a campaign, spend on one says nothing of its readers
	const namesCampaigns = readers.campaign.some((place) => place >= 0);
	for (let row = 0; row < readers.length; row++)
		for (const known of [
			at('channel', readers.channel[row]!),
			at('campaign', readers.campaign[row]!)
		]) {
			if (!known) continue;
			known.brought++;
			if (!Number.isNaN(readers.joined[row]!))
				known.broughtIn.add(monthOfDay(readers.joined[row]!));
		}
	return namesCampaigns ? met : { ...met, campaign: new Map<string, Known>() };
}

/** Sponsors by name, with their fees and the placements that an item was found for. */
async function sponsoring(db: Db, publication: Publication): Promise<Map<string, Known>> {
	const { placed } = await moneyOf(db, publication);
	const met = new Map<string, Known>();
	for (const { sponsor, unrated } of placed) if (unrated) knownAs(met, sponsor).unrated = true;
	for (const { sponsor, fee, itemId, sentAt } of await placementRows(db, publication, placed)) {
		const known = knownAs(met, sponsor);
		if (fee !== null) known.spend = (known.spend ?? 0) + fee;
		if (itemId !== null) known.brought++;
		if (sentAt !== null) known.broughtIn.add(monthOfDay(Math.floor(sentAt / DAY)));
	}
	return met;
}

function knownAs(all: Map<string, Known>, name: string): Known {
	let known = all.get(name);
	if (!known) {
		known = { spend: null, unrated: false, brought: 0, spentIn: new Set(), broughtIn: new Set() };
		all.set(name, known);
	}
	return known;
}

/**
 * Pairs of which one has what the other lacks, each name once, the surest first. What counts under the
 * other is the one that costs, since lists of readers are what figures name channels by; or that which
 * has only one of the two, where the other has both.
 */
function pairsOf(
	kind: NamedKind,
	rows: readonly NameRow[],
	known: ReadonlyMap<string, Known>
): NamePair[] {
	const all = rows.map((row) => ({
		row,
		key: nameKey(row.name),
		words: distinctiveWords(row.name)
	}));
	const lacking = all.filter(({ row }) => isCosting(row) || isBringing(row));
	const fits = lacking.flatMap(({ row, key, words }) =>
		all.flatMap(({ row: other, ...its }): NamePair[] => {
			if (key === its.key) return [];
			const completes = isCosting(row) ? other.brought > 0 : isPaid(other);
			if (!completes || (isBringing(row) && isCosting(other))) return [];
			const because = likeness(words, its.words);
			if (!because) return [];
			const [spent, came] = isCosting(row) ? [row, other] : [other, row];
			const months = [...known.get(spent.name)!.spentIn];
			const broughtIn = known.get(came.name)!.broughtIn;
			return [
				{
					kind,
					from: row.name,
					to: other.name,
					because,
					months:
						kind === 'sponsor'
							? null
							: { n: months.filter((month) => broughtIn.has(month)).length, of: months.length }
				}
			];
		})
	);
	const share = ({ months }: NamePair) => (months && months.of ? months.n / months.of : 0);
	const order = ({ because }: NamePair) => alikeOrder.indexOf(because);
	fits.sort((a, b) => order(a) - order(b) || share(b) - share(a) || (a.from < b.from ? -1 : 1));
	const taken = new Set<string>();
	return fits.filter(({ from }) => !taken.has(from) && taken.add(from));
}

async function joinedOf(
	db: Db,
	publication: Publication,
	byKind: Record<NamedKind, ReadonlyMap<string, unknown>>
): Promise<JoinedName[]> {
	const { sameNames } = publication;
	if (namedKinds.every((kind) => Object.keys(sameNames[kind] ?? {}).length === 0)) return [];
	const spellings = await spellingsOf(db, publication);
	return namedKinds.flatMap((kind) => {
		const rename = renamer(sameNames, kind);
		const spelled = oneSpelling(spellings[kind]);
		return Object.keys(sameNames[kind] ?? {}).map((key) => {
			const to = rename(key);
			const shown = [...byKind[kind].keys()].find((one) => nameKey(one) === nameKey(to));
			return { kind, name: spelled(key), to: shown ?? to };
		});
	});
}

/** Names as files write them, also those that count under others: what was joined is kept by its key alone. */
async function spellingsOf(db: Db, { id }: Publication): Promise<Record<NamedKind, string[]>> {
	const { channel, campaign } = await readerColumns(db, { id, sameNames: {} });
	const spend = await moneyRows(db, id, 'spend');
	const value = await moneyRows(db, id, 'value');
	const placements = await moneyRows(db, id, 'placement');
	const written = (names: readonly (string | null)[]) => names.filter((name) => name !== null);
	return {
		channel: [...channel.names, ...written([...spend, ...value].map((row) => row.channel))],
		campaign: [...campaign.names, ...written([...spend, ...value].map((row) => row.campaign))],
		sponsor: placements.map(({ sponsor }) => sponsor)
	};
}
