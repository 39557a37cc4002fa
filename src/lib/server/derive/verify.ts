import { issueLabel } from '#lib/issue-label.ts';
import type { Db } from '../store/sql/open.ts';
import { localDays } from '../local-date.ts';
import { listPublications } from '../store/publications.ts';
import { factsOfIssues, sendsHolding } from '../store/rollups/issue-facts.ts';
import { issuesOf } from '../store/content/issues.ts';
import { listClients } from '../store/events/clients.ts';
import { findReaderStates, storedReaderStates } from '../store/readers/reader-states.ts';
import { activeReadersOf } from '../store/readers/reader-columns.ts';
import { eventsOfSend, rebuildRollups } from '../store/rollups/rebuild.ts';
import type { EventsOfSend } from '../store/rollups/roll-up.ts';
import { rollUpSend } from '../store/rollups/roll-up-send.ts';
import { readRollups, readSendRollups, type Rollups } from '../store/rollups/rollups.ts';
import { sendsOf } from '../store/events/sends.ts';
import { proxyOpen } from './judge.ts';
import { withoutDays } from './renew-rollups.ts';

export type Difference = {
	publication: string;
	/** its number or title; a dash for what belongs to none */
	issue: string;
	/** what differs: `issue.clickers`, `items`, `days`, `readers`, … */
	what: string;
	stored: string;
	found: string;
};

export type Verification = { issues: number; differences: Difference[] };

/** Makes every rollup again from the events and says where what pages read differs from it. */
export async function verify(db: Db): Promise<Verification> {
	const differences: Difference[] = [];
	let issues = 0;

	const clients = new Map((await listClients(db)).map((client) => [client.id, client]));
	for (const publication of await listPublications(db)) {
		const { id, slug, zone } = publication;
		const dayOf = localDays(zone);
		const sends = await sendsOf(db, id);
		const cut = new Set(sends.flatMap(({ id, cutAt }) => (cutAt === null ? [] : id)));
		const activeReaders = activeReadersOf(db, id);
		// one issue at a time: its events are read once, for its sends and for itself
		for (const issue of [...(await issuesOf(db, id)), null]) {
			const name = issue ? issueLabel(issue) : '–';
			const ids = sends
				.filter(({ issueId }) => issueId === (issue?.id ?? null))
				.map(({ id }) => id);
			const held = new Map<number, EventsOfSend>();
			for (const send of await sendsHolding(db, ids)) {
				const events = await eventsOfSend(db, send, proxyOpen);
				held.set(send.id, events);
				const stored = await readSendRollups(db, send.id);
				const rolled = rollUpSend(send.id, events, proxyOpen, unjudged, clients, dayOf);
				const {
					unassessed: _,
					lone: __,
					...rollups
				} = cut.has(send.id) ? withoutDays(rolled) : rolled;
				for (const difference of compareLists(stored, rollups))
					differences.push({ publication: slug, issue: name, ...difference });
			}
			if (!issue) continue;

			issues++;
			const facts = (await factsOfIssues(db, [issue.id])).get(issue.id)!;
			const rebuilt = await rebuildRollups(db, facts, proxyOpen, activeReaders, held);
			const stored = await readRollups(db, issue.id);
			for (const difference of compare(stored, rebuilt))
				differences.push({ publication: slug, issue: name, ...difference });
		}
		for (const difference of await compareReaders(db, id))
			differences.push({ publication: slug, issue: '–', ...difference });
	}
	return { issues, differences };
}

/** Judging is not done again: what it says beside verdicts is not compared. */
const unjudged = { notAssessed: [], lone: null };

function compare(stored: Rollups | null, rebuilt: Rollups) {
	if (!stored) return [{ what: 'issue', stored: '–', found: JSON.stringify(rebuilt.issue) }];

	const fields = Object.keys(rebuilt.issue) as (keyof Rollups['issue'])[];
	const own = fields.flatMap((field) => {
		const [a, b] = [text(stored.issue[field]), text(rebuilt.issue[field])];
		return a === b ? [] : [{ what: `issue.${field}`, stored: a, found: b }];
	});
	const { issue: _, ...lists } = rebuilt;
	const { issue: __, ...before } = stored;
	return [...own, ...compareLists(before, lists)];
}

/** Lists of rows under the same names. */
function compareLists<Name extends string>(
	stored: Record<Name, readonly object[]>,
	rebuilt: Record<Name, readonly object[]>
) {
	return (Object.keys(rebuilt) as Name[]).flatMap((what) => {
		const [a, b] = [listed(stored[what]), listed(rebuilt[what])];
		return a === b ? [] : [{ what, stored: a, found: b }];
	});
}

/** Readers' states are told by how many differ: their rows are nobody's business. */
async function compareReaders(db: Db, publicationId: number) {
	const stored = new Map(
		(await storedReaderStates(db, publicationId)).map((row) => [row.readerId, line(row)])
	);
	const all = stored.size;
	let rebuilt = 0;
	let same = 0;
	for await (const { rows } of findReaderStates(db, publicationId)) {
		rebuilt += rows.length;
		for (const row of rows) if (stored.get(row.readerId) === line(row)) same++;
	}
	return same === all && same === rebuilt
		? []
		: [
				{
					what: 'readers',
					stored: `${all - same} / ${all}`,
					found: `${rebuilt - same} / ${rebuilt}`
				}
			];
}

function text(value: unknown): string {
	if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows as text, in an order of their own: the database keeps none. */
function listed(rows: readonly object[]): string {
	return rows.map(line).sort().join('; ');
}

function line(row: object): string {
	const cells = Object.entries(row).map(([key, value]) => `${key}=${text(value)}`);
	return cells.sort().join(' ');
}
