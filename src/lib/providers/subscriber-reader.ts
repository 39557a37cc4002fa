import { textOf } from './event-reader.ts';
import type { ReaderFact, Reading } from './facts.ts';
import { isErased, readAddress } from './read-address.ts';
import type { Columns, Instants, Role } from './recogniser.ts';
import { refuse } from './refuse.ts';

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
	columns: Columns,
	instants: Map<Role, Instants>,
	{ status, paid, channel, campaign }: SubscriberHow = {}
): (row: string[]) => Reading {
	const address = columns.address ?? -1;
	const optional = (role: Role) => (row: string[]) =>
		columns[role] === undefined ? undefined : (textOf(row[columns[role]]) ?? undefined);
	const instant = (role: Role) => (row: string[]) =>
		columns[role] === undefined
			? undefined
			: (instants.get(role)?.(row[columns[role]] ?? '') ?? undefined);

	const read = {
		alias: optional('alias'),
		channel: channel ?? optional('channel'),
		campaign: campaign ?? optional('campaign'),
		country: optional('country'),
		joined: instant('joined'),
		left: instant('left'),
		status: status ?? ((row: string[]) => statusOf(row[columns.status ?? -1])),
		paid: paid ?? (() => undefined)
	};

	return (row) => {
		const written = row[address];
		if (written === undefined) return refuse(row, 'tooFewCells');
		const reader = readAddress(written);
		if (reader === null) return refuse(row, written.trim() === '' ? 'noReader' : 'badAddress');
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

const STATUSES: [Status, RegExp][] = [
	// in this order: "inactive" and "désabonné" hold the words for their opposites
	['bounced', /bounce|cleaned|npai|hard|invalid|unreachable|inconnu|erreur/],
	[
		'left',
		/unsub|no[nt].?sub|never.?sub|d[ée]s(abonn|inscri)|cancel|remov|inactive|inactif|disabled|block|blacklist|opt.?out|complain|left|archiv|deleted|suppressed|supprim|parti/
	],
	['pending', /pending|unconfirmed|attente|non confirm|awaiting/],
	[
		'active',
		/activ|actif|subscribed|enabled|confirmed|confirm[ée]|abonn|inscri|opt.?in|regular|premium|valid|yes|oui|ok/
	]
];

/** What a service's word for a reader's state means; undefined where nobody knows. */
export function statusOf(cell: string | undefined): Status | undefined {
	const text = cell?.trim().toLowerCase();
	return text ? STATUSES.find(([, words]) => words.test(text))?.[0] : undefined;
}

const YES = /^(true|yes|y|oui|o|1|vrai|x)$/i;
const NO = /^(false|no|n|non|0|faux)$/i;

/** A cell that says yes or no, in English or French; undefined where it says neither. */
export function yesOrNo(cell: string | undefined): boolean | undefined {
	const text = cell?.trim() ?? '';
	return YES.test(text) ? true : NO.test(text) ? false : undefined;
}
