import type { Formats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import type { AuditRow } from '../../server/access/audit.ts';

type Details = AuditRow['details'];

/** As many amounts or notes of an entry as are written out. */
const MOST = 3;

/** What keeps rows together, or undoes a change: nothing that a reader of the audit knows of. */
const internal = new Set([
	'publicationId',
	'importId',
	'urlId',
	'readerId',
	'ids',
	'made',
	'leftOut',
	'items',
	'said',
	'topics',
	'topicless',
	'suggestFrom',
	'sameNames',
	'costs'
]);

/** What an entry says, without what is kept to undo it: amounts and notes as people write them. */
export function readable({ action, details }: Pick<AuditRow, 'action' | 'details'>, say: Formats) {
	const { row, before, after, notes, kind, ...rest } = details;
	const said: Details = {
		...(kind !== undefined && { kind: action.startsWith('money.') ? nameOf(kind, say) : kind }),
		...rest,
		...(isGroup(row) && { note: noteWords(row, say), author: row.by }),
		...(Array.isArray(notes) && { note: firstOf(notes.map((one) => noteWords(one, say))) }),
		...(before !== undefined && { before: amountsOf(before, say) }),
		...(after !== undefined && { after: amountsOf(after, say) })
	};
	return withoutInternals(said);
}

function withoutInternals(details: Details): Details {
	const kept = Object.entries(details).flatMap(([name, value]): [string, unknown][] => {
		if (internal.has(name) || isIdOfAccount(value)) return [];
		// rows of a table say nothing as they are kept
		if (Array.isArray(value)) {
			const plain = value.filter((one) => !isGroup(one));
			return plain.length > 0 ? [[name, plain]] : [];
		}
		if (!isGroup(value)) return [[name, value]];
		const group = withoutInternals(value);
		return Object.keys(group).length > 0 ? [[name, group]] : [];
	});
	return Object.fromEntries(kept);
}

/** Statements about money, and rates, before or after a change; anything else as it is. */
function amountsOf(side: unknown, say: Formats): unknown {
	if (!isGroup(side) || !('rows' in side || 'settings' in side)) return side;
	const rows = Array.isArray(side.rows) ? (side.rows as { row: Details }[]) : [];
	const settings = isGroup(side.settings) ? side.settings : {};
	if (rows.length > 0) return firstOf(rows.map(({ row }) => amountWords(row, say)));
	return settings;
}

function amountWords(row: Details, say: Formats): string {
	const { from, to, currency } = row;
	const amount = row.amount ?? row.fee;
	const days =
		typeof from === 'string' ? say.period(say.onDay(from), say.onDay(String(to ?? from))) : null;
	const money =
		typeof amount === 'number'
			? say.money(amount, String(currency ?? 'EUR'), { perUnit: true })
			: null;
	const names = [row.sponsor ?? row.channel, row.campaign, row.issue, row.item];
	return [...names, days, money].filter(Boolean).join(' · ');
}

function noteWords(note: unknown, say: Formats): string {
	const { date, text } = isGroup(note) ? note : {};
	return [typeof date === 'string' ? say.day(say.onDay(date)) : '', text]
		.filter(Boolean)
		.join(' · ');
}

const firstOf = (all: readonly string[]) => [
	...all.slice(0, MOST),
	...(all.length > MOST ? [`+ ${all.length - MOST}`] : [])
];

function nameOf(kind: unknown, { locale }: Formats): unknown {
	const said = words(`ledger.${String(kind)}`, {}, locale);
	return said === `ledger.${String(kind)}` ? kind : said;
}

/** Accounts are kept by numbers that nobody reads. */
function isIdOfAccount(value: unknown): boolean {
	return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);
}

function isGroup(value: unknown): value is Details {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
