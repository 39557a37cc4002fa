import { authorNames } from '../authors-of.ts';
import { readCount } from './count-reader.ts';
import { textOf } from './event-reader.ts';
import type { SendFact, SkipCode, RowReader } from '../facts.ts';
import type { FindColumn } from '../headers.ts';
import type { RoleColumns, Instants, Role } from '../recogniser.ts';
import { isTotal, refuse } from '../refuse.ts';
import { ofLanguages } from '../words/languages.ts';
import { isSending } from './is-sending.ts';

/** Columns of a send's own totals. */
export type TotalColumns = {
	delivered?: number;
	opens?: number;
	uniqueOpens?: number;
	clicks?: number;
	uniqueClicks?: number;
	unsubscribes?: number;
};

export type SendHow = {
	/** why a row is no send to readers, if it is none */
	skip?: (row: string[]) => SkipCode | undefined;
	/** what the service calls the send, where it is not the text of its column */
	campaign?: (row: string[]) => string | null;
	/** the cell of the instant, where it is not the text of its column */
	sentAt?: (row: string[]) => string;
	totals?: TotalColumns;
	/** the column that says who wrote it */
	author?: number | undefined;
};

/** The columns of totals under the names that services give them. */
export function totalColumns(find: FindColumn): TotalColumns {
	const sum = (key: keyof TotalColumns) =>
		find(...ofLanguages(({ sums }) => sums[key] ?? []).flat());
	// what was delivered comes before what was sent, in whatever language
	const delivered = ofLanguages(({ sums }) => sums.delivered ?? []).flat();
	return {
		delivered: find(...delivered.filter((name) => !isSending(name)), ...delivered),
		opens: sum('opens'),
		uniqueOpens: sum('uniqueOpens'),
		clicks: sum('clicks'),
		uniqueClicks: sum('uniqueClicks'),
		unsubscribes: sum('unsubscribes')
	};
}

/**
 * Makes the reader of a list of campaigns or posts: one send a row. A cell without a number is a total that
 * is not known.
 */
export function sendReader(
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	{ skip, campaign, sentAt, totals = {}, author = -1 }: SendHow
): RowReader {
	const readAt = instants.get('sentAt');
	const cell = (row: string[], role: Role) => row[columns[role] ?? -1];

	return (row) => {
		const why = skip?.(row);
		if (why) return row.some((cell) => cell.trim() !== '') ? { skip: why } : { skip: 'blank' };
		const id = campaign ? campaign(row) : textOf(cell(row, 'campaign'));
		if (id === null) return refuse(row, 'noCampaign');
		if (isTotal(id)) return { skip: 'totals' };

		const at = readAt?.(sentAt ? sentAt(row) : (cell(row, 'sentAt') ?? '')) ?? null;
		// ids that were summed up too stand before the word
		if (at === null && columns.sentAt !== undefined && (row.some(isTotal) || isSums(row)))
			return { skip: 'totals' };
		if (at === null && textOf(cell(row, 'sentAt'))) return refuse(row, 'badTime');

		const fact: SendFact = { fact: 'send', campaign: id };
		if (at !== null) fact.sentAt = at;
		const name = textOf(cell(row, 'campaignName'));
		if (name) fact.name = name;
		const subject = textOf(cell(row, 'subject'));
		if (subject) fact.subject = subject;
		const html = cell(row, 'html');
		if (html) fact.html = html;
		const authors = authorNames(row[author]);
		if (authors.length) fact.authors = authors;

		const counts = countsOf(row, totals);
		if (counts === 'bad') return refuse(row, 'badNumber');
		return { facts: [Object.assign(fact, counts)] };
	};
}

/** A line of numbers alone, below others that name what they are of. */
function isSums(row: readonly string[]): boolean {
	return row.every((cell) => /^[\d\s.,]*$/.test(cell)) && row.some((cell) => cell.trim() === '');
}

function countsOf(row: string[], totals: TotalColumns) {
	const read = (column: number | undefined) =>
		column === undefined || isRate(row[column]) ? undefined : readCount(row[column]);
	const delivered = read(totals.delivered);
	const opens = [read(totals.opens), read(totals.uniqueOpens)] as const;
	const clicks = [read(totals.clicks), read(totals.uniqueClicks)] as const;
	const unsubscribes = read(totals.unsubscribes);
	if ([delivered, ...opens, ...clicks, unsubscribes].includes('bad')) return 'bad';

	const counts: Pick<SendFact, 'delivered' | 'opens' | 'clicks' | 'unsubscribes'> = {};
	if (typeof delivered === 'number') counts.delivered = delivered;
	if (typeof unsubscribes === 'number') counts.unsubscribes = unsubscribes;
	const [opened, clicked] = [pairOf(opens), pairOf(clicks)];
	if (opened) counts.opens = opened;
	if (clicked) counts.clicks = clicked;
	return counts;
}

/** Services that show rates under the name of a count. No rate is imported. */
function isRate(cell: string | undefined): boolean {
	return /^[\s\d.,]+%\s*$/.test(cell ?? '');
}

function pairOf([total, unique]: readonly [
	number | 'bad' | undefined,
	number | 'bad' | undefined
]) {
	const pair: { total?: number; unique?: number } = {};
	if (typeof total === 'number') pair.total = total;
	if (typeof unique === 'number') pair.unique = unique;
	return pair.total === undefined && pair.unique === undefined ? undefined : pair;
}
