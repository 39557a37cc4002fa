import { issueLabel } from '#lib/issue-label.ts';
import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { fileOfDocument } from '../store/content/documents.ts';
import { ownIssue, type Issue } from '../store/content/issues.ts';
import {
	dropSendAssignment,
	keepSendAssignment,
	sendAssignmentsOf,
	type SendAssignment,
	type SendKey
} from '../store/events/send-assignments.ts';
import { keyOfSend, sendsOf, type PublicationSend } from '../store/events/sends.ts';
import { enqueueJob } from '../store/jobs/jobs.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

// What people say of sends: of which issue they are. What follows is derived by the worker.

/** Of which issue a send is; null: an issue of its own. */
export type IssueOfSend = { send: number; issue: number | null };

/**
 * Says of which issues sends are, whatever their names, their days and their clicks tell: of all or of none.
 *
 * @param seen when the latest was said that the form showed, UTC milliseconds; null where it does not say
 * @throws {Trouble} noSuchSend, noSuchIssue; sayingMovedOn where another has said otherwise since
 */
export async function assignSends(
	db: Db,
	publication: Publication,
	said: readonly IssueOfSend[],
	actor: Actor,
	seen: number | null = null
) {
	const { id } = publication;
	await db.transaction(async (tx) => {
		const sends = await sendsOf(tx, id);
		const before = await sendAssignmentsOf(tx, id);
		for (const { send, issue } of said) {
			const own = sends.find((one) => one.id === send && !one.draft);
			if (!own) throw new Trouble('noSuchSend', { id: send });
			const to = issue === null ? null : await ownIssue(tx, publication, issue);
			const anchor = to === null ? alone : await anchorOf(tx, to, own, sends);
			const { sourceId, campaign } = own;
			const known = before.find((one) => keyOfSend(one) === keyOfSend(own));
			if (known && !isSame(known, anchor)) refuseUnseen(known, own.name ?? campaign, seen);
			const { by, now } = actor;
			await keepSendAssignment(tx, { sourceId, campaign, ...anchor, by, at: now });
			const name = to && issueLabel(to);
			await recordAudit(tx, id, actor, 'sends.assign', { send: own.name ?? campaign, issue: name });
		}
		await enqueueSends(
			tx,
			id,
			said.map(({ send }) => send)
		);
	});
}

/**
 * Takes back what was said of sends: their names, days and clicks tell again.
 *
 * @param seen when the latest was said that the form showed, UTC milliseconds; null where it does not say
 * @throws {Trouble} noSuchSend, where nothing was said of one; sayingMovedOn where another has said otherwise since
 */
export async function unassignSends(
	db: Db,
	{ id }: Publication,
	keys: readonly SendKey[],
	actor: Actor,
	seen: number | null = null
) {
	await db.transaction(async (tx) => {
		const sends = await sendsOf(tx, id);
		const said = await sendAssignmentsOf(tx, id);
		const touched: number[] = [];
		for (const key of keys) {
			const isIt = (one: SendKey) => keyOfSend(one) === keyOfSend(key);
			const known = said.find(isIt);
			if (!known) throw new Trouble('noSuchSend', { id: key.campaign });
			const own = sends.find(isIt);
			refuseUnseen(known, own?.name ?? key.campaign, seen);
			await dropSendAssignment(tx, key);
			await recordAudit(tx, id, actor, 'sends.unassign', { send: own?.name ?? key.campaign });
			if (own) touched.push(own.id);
		}
		await enqueueSends(tx, id, touched);
	});
}

/** What was said after a page was opened is not replaced there by somebody who has not seen it. */
function refuseUnseen({ at }: SendAssignment, name: string, seen: number | null) {
	if (seen !== null && at > seen) throw new Trouble('sayingMovedOn', { name });
}

/** Whether two sayings are of one issue. */
function isSame(one: SendAssignment, other: typeof alone) {
	return Object.entries(other).every(
		([field, value]) => one[field as keyof typeof alone] === value
	);
}

const alone: Pick<
	SendAssignment,
	'documentHash' | 'documentName' | 'otherSourceId' | 'otherCampaign'
> = {
	documentHash: null,
	documentName: null,
	otherSourceId: null,
	otherCampaign: null
};

/** By what an issue is known for good: its document, else another of its sends; alone where it has none. */
async function anchorOf(
	db: Tx,
	{ id, documentId }: Issue,
	own: PublicationSend,
	sends: readonly PublicationSend[]
) {
	const file = documentId === null ? undefined : await fileOfDocument(db, documentId);
	if (file) return { ...alone, documentHash: file.hash, documentName: file.name };

	const other = sends.find((one) => one.issueId === id && one.id !== own.id);
	return other ? { ...alone, otherSourceId: other.sourceId, otherCampaign: other.campaign } : alone;
}

async function enqueueSends(db: Tx, publicationId: number, sends: readonly number[]) {
	const targets = sends.map((id) => ({ what: 'send', id }) as const);
	if (targets.length > 0) await enqueueJob(db, { kind: 'derive', publicationId }, targets);
}
