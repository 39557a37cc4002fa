import { createHash } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import { isIssueDocument } from '#lib/issue/is-issue-document.ts';
import {
	beginImport,
	changeImport,
	importOfHash,
	keepImportSends,
	type Import
} from '../store/imports.ts';
import { keepSetting } from '../store/settings.ts';
import type { Context } from './context.ts';
import type { Entry } from './entries.ts';
import { keptForQuestion } from './keep-for-question.ts';
import { takeDocument } from './take-document.ts';
import { takeTables } from './take-tables.ts';
import { takeBack } from './take-back.ts';
import { aboutOf } from './tell-table.ts';

/** What became of one file: `known` where the same bytes are in already, `out` where they were undone. */
export type Taken = { import: Import; as: 'read' | 'known' | 'out' };

const headBytes = 4096;

/**
 * Takes in one file: whatever is wrong with it is said in its import, never thrown, so that the
 * other files of a run are not lost for it.
 *
 * @param waiting the import under which an upload waited; it is carried on
 */
export async function take(context: Context, entry: Entry, waiting?: Import): Promise<Taken> {
	const { db, publication, now } = context;
	const { hash, bytes, head, trouble } = await fingerprint(entry);

	const before = trouble ? undefined : await importOfHash(db, publication.id, hash);
	if (before?.state === 'done') return { import: before, as: 'known' };
	if (before?.state === 'question' && context.spool) return { import: before, as: 'known' };
	if (before?.state === 'undone' && !context.again) return { import: before, as: 'out' };

	const running = {
		hash,
		bytes,
		state: 'running' as const,
		process: process.pid,
		rows: 0,
		read: null
	};
	const begun = waiting
		? { ...waiting, ...running }
		: await beginImport(
				db,
				{
					...running,
					publicationId: publication.id,
					name: entry.name,
					container: entry.container,
					by: context.by
				},
				now()
			);
	if (waiting) await changeImport(db, waiting.id, running);
	// what is stored but not yet rolled up must be found again after a crash
	await keepSetting(db, `unsettled:${publication.id}`, String(process.pid));

	try {
		if (trouble) throw trouble;
		const outcome = (await isIssueDocument(entry.name, head))
			? await takeDocument(context, entry, begun.id)
			: await takeTables(context, entry, begun.id, aboutOf(begun));

		const done = {
			...outcome.words,
			state: 'done' as const,
			trouble: null,
			process: null,
			finishedAt: now()
		};
		await db.transaction(async (tx) => {
			await keepImportSends(tx, begun.id, outcome.sends);
			await changeImport(tx, begun.id, done);
		});
		return { import: { ...begun, ...done }, as: 'read' };
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		const spool = await keptForQuestion(context, entry, error, begun);
		const ended = {
			...(spool === null
				? { state: 'failed' as const, finishedAt: now() }
				: { state: 'question' as const, spool }),
			trouble: { code: error.code, details: error.details },
			process: null
		};
		// rows of a file that breaks off in the middle are taken back: half a file misleads
		await takeBack(db, begun, ended);
		return { import: { ...begun, ...ended }, as: 'read' };
	}
}

/** SHA-256 of the bytes, their number and the first of them; a trouble met on the way is kept. */
async function fingerprint(entry: Entry) {
	const hash = createHash('sha256');
	let bytes = 0;
	let head = new Uint8Array(0);
	let trouble = entry.trouble;
	try {
		if (!trouble)
			for await (const chunk of entry.open()) {
				hash.update(chunk);
				bytes += chunk.length;
				if (head.length < headBytes)
					head = Uint8Array.from([...head, ...chunk.subarray(0, headBytes - head.length)]);
			}
	} catch (error) {
		trouble =
			error instanceof Trouble ? error : new Trouble('fileUnreadable', { file: entry.name });
	}
	if (trouble) hash.update(entry.name);
	return { hash: hash.digest('hex'), bytes, head, trouble };
}
