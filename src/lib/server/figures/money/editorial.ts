import { itemCost } from '#lib/spend/item-cost.ts';
import { partOf } from '#lib/spend/spread.ts';
import type { ArchiveIssue, ArchiveItem } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import { costsOf, type Publication } from '../../store/publications.ts';
import { localDays, startOfLocalDay } from '../../local-date.ts';
import { acquiredAudience } from './acquired.ts';
import { beside } from '../beside.ts';
import { archiveOf, issuesIn, type Archive } from '../archive.ts';
import { attribute, type Sum } from './attribution.ts';
import { per } from './channel-rows.ts';
import { otherIssues, type Compared } from '../comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import { clicksUnlike } from '../content/item-keys.ts';
import type { RowChange } from '../row-change.ts';
import { editorialChanges, editorialKeys, type EditorialKeys } from './editorial-keys.ts';
import { itemFinder } from '../content/item-finder.ts';
import { knownClickers } from '../content/group-amounts.ts';
import { selectedItems, newest, topicName } from '../content/items.ts';
import { moneyOf } from './money.ts';

/** What items of one topic or section cost to make and brought; money in integer minor units. */
export type EditorialRow = {
	id: number;
	name: string;
	items: number;
	/** of these, with a cost that somebody entered */
	costed: number;
	cost: number | null;
	/** clickers summed over all its items, and over those with a cost; null where nobody's clicks are known */
	clickers: number | null;
	costedClickers: number | null;
	/** cost ÷ clickers, of items of which both are known */
	costPerClicker: number | null;
	/** null, as all that follows, where no line of value of the publication is of an item */
	value: number | null;
	conversions: number | null;
	/** value ÷ items: of those alone that a line of value names, too */
	valuePerItem: number | null;
	valued: number;
	/** value ÷ cost, of items with a cost; null without one */
	return: number | null;
	/**
	 * how value, that per item, and the cost per clicker moved from the period that it is compared with;
	 * not there where none is
	 */
	valueChange?: RowChange | null;
	valuePerItemChange?: RowChange | null;
	costChange?: RowChange | null;
};

export type EditorialFigures = {
	topics: EditorialRow[];
	sections: EditorialRow[];
	/** all editorial items, each once */
	all: EditorialRow;
	currency: string;
	/** issues of the period */
	issues: number;
	/** value of pages or issues in which no single item was found, of the period's issues */
	elsewhere: Sum;
	/** nobody entered a cost yet */
	costless: boolean;
	keyFigures: EditorialKeys;
	/** what the key figures are compared with */
	compared: Compared;
	dataUpTo: number | null;
};

/** What came on a day and is of no single item, be it of an issue that is known. */
type Lost = { amount: number; from: number; issueId: number | null };

type Made = { item: ArchiveItem; cost: number | null; value: number; conversions: number };

/** What editorial items of a period cost and brought, by topic and by section. */
export const editorialFigures = beside('editorial', makeEditorialFigures);

async function makeEditorialFigures(
	db: Db,
	publication: Publication,
	filters: Filters
): Promise<EditorialFigures> {
	const archive = await archiveOf(db, publication);
	const issues = issuesIn(archive, filters, publication.zone);
	const { made, lost, valuedSince } = await itemsMade(db, publication);
	const rowOf = rowMaker(valuedSince !== null);
	const asked = selectedItems(archive, filters);
	const madeIn = (some: readonly ArchiveIssue[]) => {
		const ids = new Set(some.map(({ id }) => id));
		return made.filter(({ item }) => ids.has(item.issueId) && asked.has(item.id));
	};
	const own = madeIn(issues);
	const other = otherIssues(archive, issues, filters, publication.zone);
	const earlier = madeIn(other.issues);
	const [all, before] = [rowOf(0, '', own), rowOf(0, '', earlier)];
	const both = [...issues, ...other.issues].filter(({ rollup }) => rollup?.clickers != null);
	const clicks = clicksUnlike(both, newest(archive.issues));

	const grouped = (of: (item: ArchiveItem) => readonly number[], names: Map<number, string>) => {
		const [rows, others] = [own, earlier].map((list) =>
			groupsOf(list, of).map(([id, part]) => rowOf(id, names.get(id) ?? '', part))
		) as [EditorialRow[], EditorialRow[]];
		return editorialChanges(rows, others, other.compared, { valuedSince, clicks }).sort(
			(a, b) =>
				(b.value ?? 0) - (a.value ?? 0) ||
				(b.clickers ?? 0) - (a.clickers ?? 0) ||
				(a.name < b.name ? -1 : 1)
		);
	};
	const topics = new Map(archive.topics.map((topic) => [topic.id, topicName(topic, publication)]));
	const sections = new Map(
		archive.items.flatMap(({ sectionId, section }): [number, string][] =>
			sectionId === null ? [] : [[sectionId, section ?? '']]
		)
	);
	return {
		topics: grouped(({ id }) => archive.topicsOfItem.get(id) ?? [], topics),
		sections: grouped(({ sectionId }) => (sectionId === null ? [] : [sectionId]), sections),
		all,
		currency: publication.currency,
		issues: issues.length,
		elsewhere: elsewhereIn(lost, issues, archive, publication),
		costless: own.every(({ cost }) => cost === null),
		keyFigures: editorialKeys(
			{ all, issues, items: own.map(ofIssue) },
			{ all: before, issues: other.issues, items: earlier.map(ofIssue) },
			other.compared,
			{ valuedSince, clicks }
		),
		compared: other.compared,
		dataUpTo: newest(issues)
	};
}

const ofIssue = ({ item, cost, value }: Made) => ({ issueId: item.issueId, cost, value });

function groupsOf(
	list: readonly Made[],
	of: (item: ArchiveItem) => readonly number[]
): [number, Made[]][] {
	const groups = new Map<number, Made[]>();
	for (const one of list)
		for (const id of of(one.item)) groups.set(id, [...(groups.get(id) ?? []), one]);
	return [...groups];
}

/** Every editorial item with what it cost and brought. */
async function itemsMade(
	db: Db,
	publication: Publication
): Promise<{ made: Made[]; lost: Lost[]; valuedSince: number | null }> {
	const { items } = await archiveOf(db, publication);
	const money = await moneyOf(db, publication);
	const attribution = attribute(money, await acquiredAudience(db, publication));
	const find = await itemFinder(
		db,
		publication,
		attribution.items.flatMap(({ urlId }) => urlId ?? [])
	);

	const costs = costsOf(publication);
	const value = new Map<number, { amount: number; conversions: number }>();
	const lost: Lost[] = [];
	for (const row of attribution.items) {
		const { item, issue } = find(row);
		// a line is of an item whole: its days only say when the money came
		const amount = partOf(row, row.from, row.to);
		if (!item) {
			lost.push({ amount, from: row.from, issueId: issue?.id ?? null });
			continue;
		}
		const sum = value.get(item.id) ?? { amount: 0, conversions: 0 };
		sum.amount += amount;
		sum.conversions += row.conversions;
		value.set(item.id, sum);
	}
	const made = items
		.filter(({ role }) => role === 'editorial')
		.map((item) => ({
			item,
			cost: itemCost(costs, item.sectionId),
			value: value.get(item.id)?.amount ?? 0,
			conversions: value.get(item.id)?.conversions ?? 0
		}));
	const days = attribution.items.map(({ from }) => from);
	const valuedSince = days.length ? startOfLocalDay(Math.min(...days), publication.zone) : null;
	return { made, lost, valuedSince };
}

/**
 * What is of no single item, of the issues of a period: of the issue that a row names, else of the latest
 * that was sent by the day on which the money came.
 */
function elsewhereIn(
	lost: readonly Lost[],
	issues: readonly ArchiveIssue[],
	archive: Archive,
	{ zone }: Publication
): Sum {
	const ids = new Set(issues.map(({ id }) => id));
	const dayOf = localDays(zone);
	const sent = archive.issues.flatMap(({ id, sentAt }) =>
		sentAt === null ? [] : [{ id, day: dayOf(sentAt) }]
	);
	const issueOf = (day: number) => (sent.findLast((one) => one.day <= day) ?? sent[0])?.id;
	const own = lost.filter(({ issueId, from }) => {
		const id = issueId ?? issueOf(from);
		return id === undefined ? ids.size === archive.issues.length : ids.has(id);
	});
	return { n: own.length, amount: own.reduce((sum, { amount }) => sum + amount, 0) };
}

/** @param isValued whether any line of value is of an item: else it is unknown, and not 0 */
function rowMaker(isValued: boolean) {
	return (id: number, name: string, own: readonly Made[]) => {
		const row = rowOf(id, name, own);
		const unknown = { value: null, conversions: null, valuePerItem: null, return: null };
		return isValued ? row : { ...row, ...unknown };
	};
}

function rowOf(id: number, name: string, own: readonly Made[]): EditorialRow {
	const costed = own.filter(({ cost }) => cost !== null);
	const sum = (of: readonly Made[], pick: (one: Made) => number) =>
		of.reduce((total, one) => total + pick(one), 0);
	const clickers = (of: readonly Pick<Made, 'item'>[]) => knownClickers(of.map(({ item }) => item));
	// a cost whose clickers nobody knows would make those of the others dearer
	const counted = costed.filter(({ item }) => clickers([{ item }]) !== null);
	const cost = costed.length ? sum(costed, (one) => one.cost!) : null;
	const value = sum(own, (one) => one.value);
	return {
		id,
		name,
		items: own.length,
		costed: costed.length,
		cost,
		clickers: clickers(own),
		costedClickers: clickers(costed),
		costPerClicker: per(
			sum(counted, (one) => one.cost!),
			clickers(counted) ?? 0
		),
		value,
		conversions: sum(own, (one) => one.conversions),
		valuePerItem: per(value, own.length),
		valued: own.filter((one) => one.value !== 0).length,
		return: cost ? sum(costed, (one) => one.value) / cost : null
	};
}
