import { issueLabel } from '#lib/issue-label.ts';
import { proposeIssue, type IssueProposal } from '#lib/join/propose-issue.ts';
import { localDate } from '../local-date.ts';
import { filesOfDocuments } from '../store/content/documents.ts';
import { issuesOf, type Issue } from '../store/content/issues.ts';
import { sendAssignmentsOf, type SendKey } from '../store/events/send-assignments.ts';
import { keyOfSend, sendsOf, type PublicationSend, type SendIssue } from '../store/events/sends.ts';
import type { Publication } from '../store/publications.ts';
import { clickedPages, sharedPages } from '../store/rollups/shared-pages.ts';
import type { Db } from '../store/sql/open.ts';

/** A send, with its issue. */
export type SendRow = {
	id: number;
	/** the service's name for it, else its subject, else its id there */
	send: string;
	provider: string;
	/** UTC milliseconds; null if no export gives it */
	sentAt: number | null;
	/** null until it has been derived */
	issueId: number | null;
	/** number, else title, of its issue */
	issue: string | null;
	by: SendIssue | null;
};

/** An issue that a send can be assigned to. */
export type SendTarget = Pick<Issue, 'id' | 'number' | 'title' | 'sentAt'>;

/** A send without an issue document. */
export type AloneSend = SendRow & {
	/** UTC milliseconds of the first click, if no export says when it was sent */
	firstClick: number | null;
	/** the issue whose document it may be, by number or title */
	proposal: (IssueProposal & { name: string }) | null;
};

/** A person's assignment of a send. */
export type SaidSend = SendKey & {
	send: string;
	/** number, else title, of the issue it was assigned to; null for one of its own */
	issue: string | null;
	/** what it refers to but is missing: the send's exports, or the issue's document or other send */
	waits: 'send' | 'issue' | null;
	/** when it was said, UTC milliseconds */
	at: number;
};

export type SendFigures = {
	/** newest first; drafts left out */
	sends: SendRow[];
	/** sends in issues without a document, newest first */
	alone: AloneSend[];
	/** whether any issue has its document */
	hasLetters: boolean;
	said: SaidSend[];
};

/** Which send belongs to which issue and why, those without a document, and what people assigned. */
export async function sendFigures(db: Db, publication: Publication): Promise<SendFigures> {
	const { id, zone } = publication;
	const issues = (await issuesOf(db, id)).sort(newestFirst);
	const byId = new Map(issues.map((issue) => [issue.id, issue]));
	// a send without a date in any export is as old as its issue
	const aged = ({ id, sentAt, issueId }: PublicationSend) => ({
		id,
		sentAt: sentAt ?? byId.get(issueId ?? 0)?.sentAt ?? null
	});
	const sends = (await sendsOf(db, id))
		.filter(({ draft }) => !draft)
		.sort((a, b) => newestFirst(aged(a), aged(b)));
	const rows = sends.map((send) => rowOf(send, byId));

	const letters = issues.filter(({ documentId }) => documentId !== null);
	const alone = rows.filter(({ issueId }) => byId.get(issueId ?? 0)?.documentId === null);
	const clicked = new Map((await clickedPages(db, id)).map((one) => [one.alone, one]));
	const sent = new Set(rows.map(({ issueId }) => issueId));
	const dayOf = (at: number | null) => (at === null ? null : localDate(at, zone));
	const offers = letters.map(({ id, sentAt }) => ({
		id,
		date: dayOf(sentAt),
		isSent: sent.has(id)
	}));
	const shared = await sharedByAlone(db, id, letters.length > 0);
	return {
		sends: rows,
		alone: alone.map((row) => {
			const { clicked: pages = 0, first = null } = clicked.get(row.issueId ?? 0) ?? {};
			const firstClick = row.sentAt === null ? first : null;
			const own = { date: dayOf(row.sentAt ?? firstClick), clicked: pages };
			// somebody gave it an issue of its own
			const proposal =
				row.by === 'editor' ? null : proposeIssue(own, shared(row.issueId ?? 0), offers);
			return {
				...row,
				firstClick,
				proposal: proposal && { ...proposal, name: issueLabel(byId.get(proposal.issue)!) }
			};
		}),
		hasLetters: letters.length > 0,
		said: await saidOf(db, id, sends, byId)
	};
}

/** By issue without a document: how many of its clicked pages are in each document. */
async function sharedByAlone(db: Db, publicationId: number, hasLetters: boolean) {
	const shared = new Map<number, Map<number, number>>();
	for (const { alone, letter, shared: n } of hasLetters ? await sharedPages(db, publicationId) : [])
		shared.set(alone, (shared.get(alone) ?? new Map()).set(letter, n));
	return (issueId: number): ReadonlyMap<number, number> => shared.get(issueId) ?? new Map();
}

/** The issues that a send can be assigned to: those with a document first, each newest first. */
export async function sendTargets(db: Db, { id }: Publication): Promise<SendTarget[]> {
	const issues = (await issuesOf(db, id)).sort(newestFirst);
	const isLetter = ({ documentId }: Issue) => documentId !== null;
	return [...issues.filter(isLetter), ...issues.filter((issue) => !isLetter(issue))].map(
		({ id, number, title, sentAt }) => ({ id, number, title, sentAt })
	);
}

async function saidOf(
	db: Db,
	publicationId: number,
	sends: readonly PublicationSend[],
	issues: ReadonlyMap<number, Issue>
): Promise<SaidSend[]> {
	const files = await filesOfDocuments(db, publicationId);
	const byKey = new Map(sends.map((send) => [keyOfSend(send), send]));

	return (await sendAssignmentsOf(db, publicationId)).map((one) => {
		const { sourceId, campaign, documentHash, documentName, otherSourceId, otherCampaign } = one;
		const own = byKey.get(keyOfSend(one));
		const target =
			documentHash === null
				? byKey.get(keyOfSend({ sourceId: otherSourceId, campaign: otherCampaign }))
				: files.find(({ hash, name }) => hash === documentHash && name === documentName);
		const isApart = documentHash === null && otherCampaign === null;
		const issue = issues.get(target?.issueId ?? 0);
		return {
			sourceId,
			campaign,
			send: own ? nameOf(own) : campaign,
			issue: isApart ? null : issue ? issueLabel(issue) : (documentName ?? otherCampaign),
			at: one.at,
			waits: !own ? ('send' as const) : isApart || target ? null : ('issue' as const)
		};
	});
}

function rowOf(send: PublicationSend, issues: ReadonlyMap<number, Issue>): SendRow {
	const { id, provider, sentAt, issueId, issueBy } = send;
	const issue = issues.get(issueId ?? 0);
	return {
		id,
		send: nameOf(send),
		provider,
		sentAt,
		issueId,
		issue: issue ? issueLabel(issue) : null,
		by: issueBy
	};
}

const nameOf = ({ name, subject, campaign }: PublicationSend) => name ?? subject ?? campaign;

function newestFirst(
	a: { sentAt: number | null; id: number },
	b: { sentAt: number | null; id: number }
) {
	return (b.sentAt ?? Infinity) - (a.sentAt ?? Infinity) || b.id - a.id;
}
