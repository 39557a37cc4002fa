import { readNumber } from '#lib/csv/numbers.ts';
import { readCount } from '../../plans/count-reader.ts';
import type { CountFact, Fact, RowReader } from '../../facts.ts';
import { isErased, readAddress, whyNoReader } from '../../read-address.ts';
import { namedLink, readLink } from '../../read-link.ts';
import type { RoleColumns, FileFacts } from '../../recogniser.ts';
import { refuse } from '../../refuse.ts';
import { yesOrNo } from '../../plans/subscriber-reader.ts';
import { plainHeader } from '../words/header-words.ts';

/** One link of a table with columns for each: where its counts stand, and which link it is. */
type LinkColumns = {
	total?: number;
	unique?: number;
	/** of all rows, as the header says it */
	link?: string;
	/** where each row says it */
	at?: number;
};

const LINK = 'link|url|lien|enlace|collegamento|koppeling|ligacao';
const COUNT =
	'clicks?|clicked|clics?|cliques?|cliqueurs|clickers|klicks?|klicker|kliks?|klikken|clic|cliccat[oi]|hits|count|total';
const UNIQUE = /\b(unique?s?|clickers|cliqueurs|klicker|eindeutige?|unic[oi]s?|unieke)\b/;

const OF_NUMBER = new RegExp(`^(?:top |no |nr )?(?:${LINK}) ?(\\d{1,3})\\b(.*)$`);
const COUNT_OF = new RegExp(
	`^(.*?)\\b(?:${COUNT}) (?:on |of |sur |auf |en |su |op |em )?(?:${LINK}) ?(\\d{1,3})$`
);
const IS_COUNT = new RegExp(`\\b(?:${COUNT})\\b`);

/**
 * The links of a table that has a column for each of them, `Link 1 clicks`, `https://example.com/a`:
 * by its number, its URL or both, `Link 1 URL, Link 1 clicks`. Empty where there are fewer than two.
 */
export function linkColumns({ table }: FileFacts): LinkColumns[] {
	const links = new Map<string, LinkColumns>();
	const isCount = (column: number) => {
		const cells = table.sample.map((row) => row[column] ?? '').filter((cell) => cell.trim());
		return cells.length > 0 && cells.every((cell) => isAmount(cell) || yesOrNo(cell) !== undefined);
	};
	const add = (key: string, columns: LinkColumns) =>
		links.set(key, { ...links.get(key), ...columns });

	for (const [column, header] of table.header.entries()) {
		const url = /(?:https?:\/\/|www\.)[^\s"'<>]+/i.exec(header)?.[0] ?? linkOf(header);
		const text = plainHeader(header);
		const [, before, late] = COUNT_OF.exec(text) ?? [];
		const [, early, rest = ''] = OF_NUMBER.exec(text) ?? [];
		const number = early ?? late;
		if (url !== undefined && isCount(column)) add(url, { link: url, ...countsIn(column, header) });
		else if (number === undefined || /\b(rate|taux|quote|tasso|taxa|ctr)\b|%/.test(header))
			continue;
		else if ((late !== undefined || IS_COUNT.test(rest) || rest.trim() === '') && isCount(column))
			add(number, countsIn(column, before ?? rest));
		else if (late === undefined && !IS_COUNT.test(rest)) add(number, { at: column });
	}
	const counted = [...links].filter(([, { total, unique }]) => (total ?? unique) !== undefined);
	return counted.length > 1 ? counted.map(([key, link]) => named(key, link, table.header)) : [];
}

function linkOf(header: string): string | undefined {
	const link = readLink(header);
	return link !== null && link.includes('/') ? link : undefined;
}

function countsIn(column: number, words: string): LinkColumns {
	return UNIQUE.test(plainHeader(words)) ? { unique: column } : { total: column };
}

/** A link without a URL anywhere is known by what its column is called. */
function named(number: string, link: LinkColumns, header: readonly string[]): LinkColumns {
	if (link.link !== undefined || link.at !== undefined) return link;
	const own = plainHeader(header[link.total ?? link.unique ?? -1] ?? '');
	const [word = 'link'] = new RegExp(`\\b(?:${LINK})\\b`).exec(own) ?? [];
	return { ...link, link: namedLink(`${word} ${number}`) ?? undefined } as LinkColumns;
}

function isAmount(cell: string): boolean {
	return typeof readNumber(cell) === 'number';
}

/**
 * Makes the reader of such rows: of a reader, how often they clicked each link; else of a send, how
 * often each was clicked.
 */
export function linkColumnsReader(
	links: readonly LinkColumns[],
	{ address }: RoleColumns,
	campaignOf: (row: string[]) => string | null
): RowReader {
	return (row) => {
		const reader = address === undefined ? null : readAddress(row[address] ?? '');
		if (address !== undefined && reader === null)
			return refuse(row, whyNoReader(row[address] ?? ''));
		if (reader !== null && isErased(reader)) return { skip: 'erased' };

		const campaign = campaignOf(row);
		const facts: Fact[] = [];
		for (const { link, at, ...counts } of links) {
			const total = amountOf(row[counts.total ?? -1]);
			const unique = amountOf(row[counts.unique ?? -1]);
			if (total === 'bad' || unique === 'bad') return refuse(row, 'badNumber');
			const cell = row[at ?? -1];
			const url = link ?? readLink(cell ?? '') ?? namedLink(cell);
			const n = total ?? unique ?? 0;
			if (n > 0 && url === null) return refuse(row, 'noUrl');
			// nobody clicked it: of a send that is worth to be known
			if (url === null || (n === 0 && (reader !== null || (total ?? unique) === undefined)))
				continue;
			const of: CountFact['of'] =
				reader === null
					? { by: 'url', url, total: total ?? null, unique: unique ?? null }
					: { by: 'reader', address: reader, n, url };
			facts.push({ fact: 'count', event: 'click', campaign, of });
		}
		return facts.length ? { facts } : { skip: 'nothingHappened' };
	};
}

function amountOf(cell: string | undefined): number | undefined | 'bad' {
	const flag = yesOrNo(cell);
	return flag === undefined ? readCount(cell) : Number(flag);
}
