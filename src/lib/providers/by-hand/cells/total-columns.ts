import type { SheetTable } from '../../../csv/sheet.ts';
import { columnFinder } from '../../headers.ts';
import { readCount } from '../../plans/count-reader.ts';
import { eventOf } from '../../plans/event-words.ts';
import { isSending } from '../../plans/is-sending.ts';
import { totalColumns, type TotalColumns } from '../../plans/send-reader.ts';
import { anyWord, wholeWord } from '../../words/languages.ts';
import { isOfMachinesAlone, withoutWhose } from '../../words/machines.ts';
import { contentOfColumn } from './cell-content.ts';
import { deniedEvent } from '../states/denied.ts';
import { plainHeader } from '../words/header-words.ts';
import { columnOfPersons } from './persons-columns.ts';
import { isOtherTime } from '../words/time-words.ts';

const KEYS = [
	'delivered',
	'uniqueOpens',
	'opens',
	'uniqueClicks',
	'clicks',
	'unsubscribes'
] as const;
const SUMS = KEYS.map((key) => [key, wholeWord(({ sums }) => sums[key])] as const);

const NUMBERS = new RegExp(`\\b(?:${anyWord(({ numbers }) => [numbers])})\\b`, 'g');
const UNIQUE =
	/\b(?:uniq|uniques?|unic[oa]s?|unic[ih]e?|unieke?|eindeutige?|einmalige?|distinct\w*|u)\b/g;
const ALL =
	/\b(?:tot|totals?|totaux|totales?|totalen?|totali|totais|totaal|gesamt|insgesamt|alle?|sum|t)\b/g;
const RATE = /\b(?:rate|taux|quote|rata|tasso|taxa|tasa|percent\w*|ratio|ctr|ctor|cto)\b|%/;
/** Of a part of the readers, or of other e-mails. */
const PART =
	/\b(?:automat\w*|mobile|desktop|tablet|webmail|gmail|ios|android|social|facebook|sms|forward\w*)\b/;

/**
 * The columns of a list of sends that hold their totals: by the names that exports give them, else by
 * their words, `Nombre d’ouvertures uniques`, `Klicks (gesamt)`, `Number of total opens`.
 */
export function totalsOf(table: SheetTable): TotalColumns {
	const { header, sample } = table;
	// "Sent" is when in one file and how many in the next
	const totals: TotalColumns = Object.fromEntries(
		Object.entries(totalColumns(columnFinder(header))).filter(
			([, column]) => contentOfColumn(table, column ?? -1) !== 'instant'
		)
	);
	tellClicksFromClickers(totals, header);
	const taken = new Set(Object.values(totals));
	// what arrived is read before what was only sent
	const arrived = (column: number) => !isSending(plainHeader(header[column] ?? ''));
	if (totals.delivered !== undefined && !arrived(totals.delivered)) taken.delete(totals.delivered);

	for (const [column, name] of header.entries()) {
		const key = taken.has(column) ? null : keyOf(name);
		if (key === null) continue;
		const known = totals[key];
		const isBetter = key === 'delivered' && arrived(column) && !arrived(known ?? column);
		if (known !== undefined && !isBetter) continue;
		const counts = sample.map((row) => readCount(row[column])).filter((n) => n !== undefined);
		if (counts.length > 0 && !counts.includes('bad')) totals[key] = column;
	}
	for (const key of KEYS) {
		const column = totals[key];
		if (column !== undefined) totals[key] = columnOfPersons(table, column);
	}
	tellClicksFromClickers(totals, header);
	return totals;
}

const FRENCH = /cliqué|campagne|envoi\b|envoyé|livré|ouvert|lettre|objet/i;

/** « Cliqués » are clickers in French, and "Cliques" clicks in Portuguese: no column is both. */
function tellClicksFromClickers(totals: TotalColumns, header: readonly string[]) {
	if (totals.clicks === undefined || totals.clicks !== totals.uniqueClicks) return;
	if (header.some((name) => FRENCH.test(name))) delete totals.clicks;
	else delete totals.uniqueClicks;
}

/** Which total of a send a header names; null where it names none. */
function keyOf(header: string): keyof TotalColumns | null {
	// `stats.email.unique_opens`
	const isPath = /^\w+(?:\.\w+)+$/.test(header) && !/\d/.test(header);
	const text = withoutWhose(plainHeader(isPath ? (header.split('.').at(-1) ?? '') : header));
	if (RATE.test(text) || RATE.test(header) || PART.test(text) || isOtherTime(text)) return null;
	if (isOfMachinesAlone(text)) return null;
	if (deniedEvent(header) !== null) return null;
	const bare = squeezed(text.replace(NUMBERS, ' '));
	const named = SUMS.find(([, words]) => words.test(bare));
	const isUnique = new RegExp(UNIQUE).test(text);
	const event = eventOf(squeezed(bare.replace(UNIQUE, ' ').replace(ALL, ' ')));
	if (event === 'open') return isUnique ? 'uniqueOpens' : (named?.[0] ?? 'opens');
	if (event === 'click') return isUnique ? 'uniqueClicks' : (named?.[0] ?? 'clicks');
	if (event === 'delivery') return 'delivered';
	if (event === 'unsubscribe') return 'unsubscribes';
	return named?.[0] ?? null;
}

function squeezed(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
