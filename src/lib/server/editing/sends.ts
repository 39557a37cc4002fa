import { Trouble } from '#lib/trouble.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import { fileOfDocument } from '../store/content/documents.ts';
import { findIssue, type Issue } from '../store/content/issues.ts';
import {
	dropSendAssignment,
	keepSendAssignment,
	sendAssignmentsOf,
	type SendKey
} from '../store/events/send-assignments.ts';
import { sendsOf, type PublicationSend } from '../store/events/sends.ts';
import { enqueueJob } from '../store/jobs/jobs.ts';
import type { Db, Tx } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';

// What people say of sends: of which issue they are. What follows is derived by the worker.

/**
 * Says of which issue a send is, whatever its name, its day and its clicks tell.
 *
 * @param issue null: an issue of its own
 * @throws {Trouble} noSuchSend, noSuchIssue
 */
export async function assignSend(
	db: Db,
	{ id }: Publication,
	{ send, issue }: { send: number; issue: number | null },
	actor: Actor
) {
	await db.transaction(async (tx) => {
		const sends = await sendsOf(tx, id);
		const own = sends.find((one) => one.id === send && !one.draft);
		if (!own) throw new Trouble('noSuchSend', { id: send });
		const to = issue === null ? null : await findIssue(tx, id, issue);
		if (to === undefined) throw new Trouble('noSuchIssue', { id: issue! });

		const anchor = to === null ? alone : await anchorOf(tx, to, own, sends);
		const { sourceId, campaign } = own;
		const { by, now } = actor;
		await keepSendAssignment(tx, { sourceId, campaign, ...anchor, by, at: now });
		const name = to && String(to.number ?? to.title);
		await recordAudit(tx, id, actor, 'sends.assign', { send: own.name ?? campaign, issue: name });
		await enqueueSend(tx, id, own);
	});
}

/**
 * Takes back what was said of a send: its name, its day and its clicks tell again.
 *
 * @throws {Trouble} noSuchSend, where nothing was said of it
 */
export async function unassignSend(db: Db, { id }: Publication, key: SendKey, actor: Actor) {
	await db.transaction(async (tx) => {
		const isIt = (one: SendKey) => one.sourceId === key.sourceId && one.campaign === key.campaign;
		if (!(await sendAssignmentsOf(tx, id)).some(isIt))
			throw new Trouble('noSuchSend', { id: key.campaign });
		await dropSendAssignment(tx, key);
		const own = (await sendsOf(tx, id)).find(isIt);
		await recordAudit(tx, id, actor, 'sends.unassign', { send: own?.name ?? key.campaign });
		if (own) await enqueueSend(tx, id, own);
	});
}

const alone = {
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

async function enqueueSend(db: Tx, publicationId: number, { id }: PublicationSend) {
	await enqueueJob(db, { kind: 'derive', publicationId }, [{ what: 'send', id }]);
}
