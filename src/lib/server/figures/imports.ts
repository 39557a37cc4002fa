import { issueLabel } from '#lib/issue-label.ts';
import { jobKindsWhere } from '#lib/job-kinds.ts';
import { Trouble } from '#lib/trouble.ts';
import { clickJoin, type ClickJoin } from '../store/events/import-clicks.ts';
import { verdictsOfImport } from '../store/events/import-verdicts.ts';
import {
	findImport,
	listImports,
	rejectsOf,
	skipsOf,
	type Import
} from '../store/events/imports.ts';
import { cameByInbox } from '../store/events/inbox-files.ts';
import type { Db } from '../store/sql/open.ts';
import { nameOfPerson } from '../store/people/people.ts';
import type { Publication } from '../store/publications.ts';
import { listJobs, targetsAhead } from '../store/jobs/jobs.ts';
import { archiveOf, derived } from './archive.ts';
import { openRevisions } from './money/revisions.ts';
import { moneyOutcomes, type MoneyOutcome } from './money/money-receipt.ts';

/** One file as the list shows it. */
export type ImportRow = Pick<
	Import,
	| 'id'
	| 'name'
	| 'container'
	| 'state'
	| 'provider'
	| 'kind'
	| 'rows'
	| 'accepted'
	| 'duplicate'
	| 'rejected'
	| 'skipped'
	| 'trouble'
	| 'startedAt'
	| 'finishedAt'
	| 'bytes'
>;

/** What is there of the latest issue and what is not, so that none of this week's files is forgotten. */
export type LatestIssueParts = {
	/** its number, else its title */
	issue: string;
	sentAt: number | null;
	parts: { part: 'document' | 'clicks' | 'opens' | 'deliveries'; here: boolean }[];
};

export type ImportFigures = {
	/** newest first */
	imports: ImportRow[];
	/** null until there is an issue */
	missing: LatestIssueParts | null;
	/** ids of files that replaced amounts of others, and nobody has said whether they are of another account */
	revisions: number[];
	/** what follows from the files is still being derived */
	settling: boolean;
};

/** The page of imports: every file, newest first, and what is there of the latest issue. */
export async function importFigures(db: Db, publication: Publication): Promise<ImportFigures> {
	const archive = await archiveOf(db, publication);
	const imports = (await listImports(db, publication.id)).map(rowOf);
	const latest = archive.issues.findLast(({ sentAt }) => sentAt !== null) ?? archive.issues.at(-1);
	const settling = await isSettling(db, publication);
	const open = await derived(db, publication, 'revisions', () => openRevisions(db, publication));
	const revisions = open.map(({ id }) => id);
	if (!latest) return { imports, missing: null, revisions, settling };

	const { rollup } = latest;
	return {
		imports,
		revisions,
		settling,
		missing: {
			issue: issueLabel(latest),
			sentAt: latest.sentAt,
			parts: [
				{ part: 'document', here: latest.documentId !== null },
				{ part: 'clicks', here: (rollup?.allClicks ?? null) !== null },
				{ part: 'opens', here: (rollup?.allOpeners ?? null) !== null },
				{ part: 'deliveries', here: rollup !== null && rollup.basis !== 'unknown' }
			]
		}
	};
}

function rowOf(row: Import): ImportRow {
	const { id, name, container, state, provider, kind, rows, accepted, duplicate, rejected } = row;
	const { skipped, trouble, startedAt, finishedAt, bytes } = row;
	return {
		id,
		name,
		container,
		state,
		provider,
		kind,
		rows,
		accepted,
		duplicate,
		rejected,
		skipped,
		trouble,
		startedAt,
		finishedAt,
		bytes
	};
}

export type ReceiptFigures = ImportRow &
	ClickJoin & {
		/** encoding, delimiter, columns and dates, as the file was read */
		reading: Import['reading'];
		/** of the clicks it was the first to bring, those not taken for people's; null for other files */
		setAside: number | null;
		rejects: { code: string; n: number }[];
		skips: { code: string; n: number }[];
		/** the first of the rejected rows, addresses masked */
		refused: RejectedRow[];
		/** declared complete; null for what is no list of subscribers */
		complete: boolean | null;
		/** SHA-256 of the file, in hex; empty until it was read */
		hash: string;
		/** the name of who gave it; null for the command line, the inbox and tokens */
		by: string | null;
		/** undone, and its file still lies in the inbox */
		again: boolean;
		/** where its rows about money went, as of now; empty for other files */
		money: MoneyOutcome[];
		/** about money, and said to be of an account of its own: it revises no other file */
		beside: boolean;
		/** how many files came in the same zip, this one included */
		together: number;
	};

/** A refused row: null is a cell that may name a person. */
export type RejectedRow = { row: number; code: string; cells: (string | null)[] };

/** Rejected rows beyond these are in the download alone. */
const shownRejects = 100;
/** All that are kept of one import. */
const keptRejects = 10_000;

/**
 * The refused rows of one import, as they were kept.
 *
 * @throws {Trouble} noSuchImport
 */
export async function rejectFigures(
	db: Db,
	publication: Publication,
	id: number
): Promise<RejectedRow[]> {
	const stored = await findImport(db, id);
	if (stored?.publicationId !== publication.id) throw new Trouble('noSuchImport', { id });
	const rejects = await rejectsOf(db, id, keptRejects);
	return rejects.map(({ row, code, cells }) => ({ row, code, cells }));
}

/**
 * What became of every row of one file.
 *
 * @throws {Trouble} noSuchImport
 */
export async function receiptFigures(
	db: Db,
	publication: Publication,
	id: number
): Promise<ReceiptFigures> {
	const stored = await findImport(db, id);
	if (!stored || stored.publicationId !== publication.id) throw new Trouble('noSuchImport', { id });

	const reasons = (stored.reading?.reasons ?? {}) as Record<string, number>;
	const verdicts = await verdictsOfImport(db, id);
	const all = await listImports(db, publication.id);
	return {
		...rowOf(stored),
		...(await clickJoin(db, id)),
		reading: stored.reading,
		setAside: verdicts.length
			? verdicts.reduce((n, { verdict, n: clicks }) => n + (verdict === 0 ? 0 : clicks), 0)
			: null,
		rejects: Object.entries(reasons).map(([code, n]) => ({ code, n })),
		skips: await skipsOf(db, id),
		refused: (await rejectsOf(db, id, shownRejects)).map(({ row, code, cells }) => ({
			row,
			code,
			cells
		})),
		complete: stored.kind === 'subscribers' ? stored.complete : null,
		hash: stored.hash,
		by: stored.by === null ? null : await nameOfPerson(db, stored.by),
		again: stored.state === 'undone' && (await cameByInbox(db, stored)),
		money: stored.state === 'done' ? await moneyOutcomes(db, publication, stored) : [],
		beside: stored.reading?.beside === true,
		together: stored.container
			? all.filter(({ container, state }) => container === stored.container && state === 'done')
					.length
			: 1
	};
}

/** How far a file is that has not ended. */
export type ImportProgress = {
	id: number;
	rows: number;
	/** of its bytes, 0..1; null where it waits, or where only reading tells its size */
	share: number | null;
};

export type Progress = {
	files: ImportProgress[];
	/** all files are read, and what follows from them is being derived */
	settling: boolean;
};

/** How far files that are being read are. */
export async function importProgress(db: Db, publication: Publication): Promise<Progress> {
	const files = (await listImports(db, publication.id))
		.filter(isUnderWay)
		.map(({ id, rows, read, bytes }) => ({
			id,
			rows,
			// a report is read once for each of its tables
			share: read && bytes ? Math.min(read / bytes, 1) : null
		}));
	return { files, settling: files.length === 0 && (await isSettling(db, publication)) };
}

/** Whether something is still to be done with a file, without an answer from anybody. */
export const isUnderWay = ({ state }: Pick<Import, 'state'>) =>
	state === 'waiting' || state === 'running' || state === 'undoing';

/** Jobs at whose end all that follows is derived. */
const settling = new Set(jobKindsWhere(({ kind, brings }) => brings === true || kind === 'derive'));

async function isSettling(db: Db, { id }: Publication): Promise<boolean> {
	const jobs = await listJobs(db, ['waiting', 'running'], id);
	if (jobs.some(({ kind, state }) => state === 'running' && settling.has(kind))) return true;
	return (await targetsAhead(db, id, 'derive')).some(({ what }) => what === 'all');
}
