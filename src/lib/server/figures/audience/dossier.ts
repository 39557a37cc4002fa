import { setImmediate as breathe } from 'node:timers/promises';
import { unpack, verdicts } from '#lib/measure/verdicts/rules.ts';
import {
	eventsOfReader,
	factsOfReader,
	filesOfImports,
	sendsInOrder,
	type StoredEvent
} from '../../store/readers/dossier.ts';
import { importsOfSet } from '../../store/events/provenance.ts';
import { cutUpTo } from '../../store/readers/naming-sends.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';

/** One stored event of a reader. */
export type DossierEvent = Omit<StoredEvent, 'verdict' | 'send' | 'imports'> & {
	/** the service's name for the send; null if its issue is no longer linked to readers */
	send: string | null;
	subject: string | null;
	/** who is thought to have caused it, and why; null for what is not judged */
	verdict: string | null;
	reason: string | null;
	/** names of the files that reported it */
	files: string[];
};

/** Everything stored about one reader. Instants are UTC milliseconds. */
export type Dossier = {
	publication: string;
	/** events of issues sent up to then are no longer linked to readers: UTC milliseconds; null if all are */
	cutUpTo: number | null;
	/** the keyed hash that stands for the address */
	reader: string;
	state: Fact | null;
	lists: Fact[];
	ids: { service: string; id: string }[];
	events: DossierEvent[];
	counts: Fact[];
	money: Fact[];
};

type Fact = Record<string, string | number | null>;

const names = Object.keys(verdicts) as (keyof typeof verdicts)[];

/** Gathers everything stored about a reader, send by send, so that other requests are answered in between. */
export async function dossierOf(
	db: Db,
	{ id, slug }: Publication,
	readerId: number
): Promise<Dossier> {
	const files = await filesOfImports(db, id);
	const { hash, state, lists, ids, counts, money, leavings } = await factsOfReader(db, readerId);
	const named = (row: Fact): Fact => {
		const { import: of, ...rest } = row;
		return { file: files.get(Number(of)) ?? null, ...rest };
	};

	const sends = await sendsInOrder(db, id);
	const calls = new Map(sends.map((send) => [send.id, send.campaign]));
	const events: DossierEvent[] = [];
	for (const { id: sendId, campaign, subject } of sends) {
		for (const { verdict: code, imports, ...event } of await eventsOfReader(db, readerId, sendId)) {
			const isJudged = event.kind === 'open' || event.kind === 'click';
			const { verdict, reason } = unpack(code);
			events.push({
				...event,
				send: campaign,
				subject,
				files: imports.flatMap((one) => files.get(one) ?? []),
				verdict: isJudged ? (names.find((one) => verdicts[one] === verdict) ?? null) : null,
				reason: isJudged ? reason : null
			});
		}
		await breathe();
	}
	// a departure is known even without its issue
	for (const { at, imports } of leavings)
		events.push({
			kind: 'unsubscribe',
			at,
			url: null,
			device: null,
			country: null,
			send: null,
			subject: null,
			verdict: null,
			reason: null,
			files: importsOfSet(imports ?? '').flatMap((one) => files.get(one) ?? [])
		});
	return {
		publication: slug,
		cutUpTo: await cutUpTo(db, id),
		reader: hash,
		state,
		lists: lists.map(named),
		ids,
		events,
		counts: counts.map(named).map(({ send, ...row }) => ({
			...row,
			send: calls.get(Number(send)) ?? null
		})),
		money: money.map(named)
	};
}

/** One row of the same as a table: what it is, when, and the rest as names and values. */
export type DossierRow = { what: string; at: number | null; send: string | null; details: string };

/** Everything as rows, for opening it as a table. */
export function dossierRows({
	cutUpTo,
	events,
	counts,
	lists,
	ids,
	money,
	state
}: Dossier): DossierRow[] {
	const row = (
		what: string,
		values: object,
		at: number | null = null,
		send: string | null = null
	) => ({
		what,
		at,
		send,
		details: Object.entries(values)
			.filter(([, value]) => value !== null && String(value) !== '')
			.map(([name, value]) => `${name}: ${String(value)}`)
			.join('; ')
	});
	return [
		...(cutUpTo === null ? [] : [row('cutUpTo', {}, cutUpTo)]),
		...(state ? [row('state', state)] : []),
		...ids.map((one) => row('id', one)),
		...lists.map((one) => row('list', one)),
		...events.map(({ kind, at, send, ...rest }) => row(kind, rest, at, send)),
		...counts.map(({ send, ...rest }) =>
			row('count', rest, null, send === undefined ? null : String(send))
		),
		...money.map((one) => row('money', one))
	];
}
