import { aliasOf, textOf } from './event-reader.ts';
import type { ReaderFact, RowReader } from '../facts.ts';
import { isErased, readAddress, whyNoReader } from '../read-address.ts';
import type { RoleColumns, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';
import { ofLanguages, plainWord, wholeWord } from '../words/languages.ts';
import { isSoftBounce } from '../words/soft-bounce.ts';

export type Status = NonNullable<ReaderFact['status']>;

/** What a service's subscriber rows say that their columns alone do not. */
export type SubscriberHow = {
	/** from the whole row; without it, from the words of the status column */
	status?: (row: string[]) => Status | undefined;
	paid?: (row: string[]) => boolean | undefined;
	channel?: (row: string[]) => string | undefined;
	campaign?: (row: string[]) => string | undefined;
};

/** Makes the reader of a subscriber list: one reader a row. */
export function subscriberReader(
	columns: RoleColumns,
	instants: Map<Role, Instants>,
	{ status, paid, channel, campaign }: SubscriberHow = {}
): RowReader {
	const address = columns.address ?? -1;
	const optional = (role: Role) => (row: string[]) =>
		columns[role] === undefined ? undefined : (textOf(row[columns[role]]) ?? undefined);
	const instant = (role: Role) => (row: string[]) =>
		columns[role] === undefined
			? undefined
			: (instants.get(role)?.(row[columns[role]] ?? '') ?? undefined);

	const read = {
		alias: (row: string[]) =>
			columns.alias === undefined ? undefined : (aliasOf(row[columns.alias]) ?? undefined),
		channel: channel ?? optional('channel'),
		campaign: campaign ?? optional('campaign'),
		country: optional('country'),
		joined: instant('joined'),
		left: instant('left'),
		status: status ?? ((row: string[]) => readStatus(row[columns.status ?? -1])),
		paid: paid ?? (() => undefined)
	};

	return (row) => {
		const written = row[address];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const reader = readAddress(written);
		if (reader === null) return refuse(row, whyNoReader(written));
		if (isErased(reader)) return { skip: 'erased' };

		const fact: ReaderFact = { fact: 'reader', address: reader };
		const alias = read.alias(row);
		if (alias !== undefined) fact.alias = alias;
		const state = read.status(row);
		if (state !== undefined) fact.status = state;
		const joined = read.joined(row);
		if (joined !== undefined) fact.joined = joined;
		const left = read.left(row);
		if (left !== undefined) fact.left = left;
		const from = read.channel(row);
		if (from !== undefined) fact.channel = from;
		const campaign = read.campaign(row);
		if (campaign !== undefined) fact.campaign = campaign;
		const country = read.country(row);
		if (country !== undefined) fact.country = country;
		const pays = read.paid(row);
		if (pays !== undefined) fact.paid = pays;

		return { facts: [fact] };
	};
}

const STATES = (['bounced', 'left', 'pending', 'active'] as const).map(
	(state) => [state, wholeWord(({ states }) => states[state])] as const
);

/** Words that were looked up; a file of others must not fill the memory. */
const looked = new Map<string, Status | null>();
const MOST_LOOKED = 10_000;

/** What a service's word for a reader's state means; undefined where nobody knows. */
export function readStatus(cell: string | undefined): Status | undefined {
	if (cell === undefined) return undefined;
	let known = looked.get(cell);
	if (known === undefined) {
		// `Email: Unsubscribed` beside `SMS: Unsubscribed`, which is of no letter
		const own = cell.replace(/^\s*e-?mail\s*[:–-]\s*/i, '');
		// `Unsubscribed (manual)`, `Bounced: hard`
		const [start = ''] = own.split(/[(:,–/]| - /);
		known = stateOf(plainWord(own)) ?? stateOf(plainWord(start)) ?? null;
		if (looked.size < MOST_LOOKED) looked.set(cell, known);
	}
	return known ?? undefined;
}

function stateOf(word: string): Status | undefined {
	if (word === '' || word.length > 80) return undefined;
	const state = STATES.find(([, words]) => words.test(word))?.[0];
	// whoever a letter did not reach for now gets the next one
	return state === 'bounced' && isSoftBounce(word) ? 'active' : state;
}

const YES = new Set(ofLanguages(({ yes }) => yes).flat());
const NO = new Set(ofLanguages(({ no }) => no).flat());

/** A cell that says yes or no; undefined where it says neither. */
export function yesOrNo(cell: string | undefined): boolean | undefined {
	if (cell === undefined || cell.length > 16) return undefined;
	const text = plainWord(cell);
	return YES.has(text) ? true : NO.has(text) ? false : undefined;
}
