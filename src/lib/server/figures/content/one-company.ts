import { oneCompany } from '#lib/measure/topics/one-company.ts';
import type { ArchiveItem } from '../../store/rollups/archive.ts';
import { decodeReaders } from '../../store/readers/reader-set.ts';
import type { Archive } from '../archive.ts';

/** A topic or item with surely more than a fifth of its clickers at one company. */
export type OneCompanyRow = {
	of: 'topic' | 'item';
	id: number;
	name: string;
	/** of an item */
	issue: string | null;
	readers: number;
	clickers: number;
	share: number;
	/** that company's share of all clickers */
	usual: number;
};

/** Topics, then items, the most concentrated first. */
export function oneCompanyRows(
	archive: Archive,
	items: readonly ArchiveItem[],
	labels: ReadonlyMap<number, string>,
	topics: readonly { id: number; topic: string }[],
	companies: ReadonlyMap<number, number>
): OneCompanyRow[] {
	if (companies.size === 0) return [];
	const companyOf = (reader: number) => companies.get(reader) ?? 0;
	const readersOf = new Map(items.map(({ id, rollup }) => [id, decodeReaders(rollup!.readers!)]));
	const united = (own: readonly ArchiveItem[]) =>
		new Set(own.flatMap(({ id }) => readersOf.get(id)!));

	const all = united(items);
	const counts = new Map<number, number>();
	for (const reader of all) counts.set(companyOf(reader), (counts.get(companyOf(reader)) ?? 0) + 1);

	const usual = (company: number) => counts.get(company)! / all.size;
	const row = (
		readers: Iterable<number>,
		what: Pick<OneCompanyRow, 'of' | 'id' | 'name' | 'issue'>
	): OneCompanyRow[] => {
		const dominant = oneCompany(Array.from(readers, companyOf), usual);
		if (!dominant) return [];
		const { company, ...rest } = dominant;
		return [{ ...what, ...rest, usual: usual(company) }];
	};
	const byShare = (a: OneCompanyRow, b: OneCompanyRow) => b.share - a.share || a.id - b.id;

	const ofTopics = topics.flatMap(({ id, topic }) => {
		const own = items.filter((item) => archive.topicsOfItem.get(item.id)?.includes(id));
		return row(united(own), { of: 'topic', id, name: topic, issue: null });
	});
	const ofItems = items.flatMap(({ id, title, issueId }) =>
		row(readersOf.get(id)!, { of: 'item', id, name: title, issue: labels.get(issueId)! })
	);
	return [...ofTopics.sort(byShare), ...ofItems.sort(byShare)];
}
