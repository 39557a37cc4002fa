import { createHash } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import { isBesideIssues, isIssueDocument } from '#lib/issue/source/is-issue-document.ts';
import {
	beginImport,
	changeImport,
	findImport,
	importOfHash,
	keepImportSends,
	type Import
} from '../../store/events/imports.ts';
import { becomes } from './became.ts';
import type { Context } from '../packs/context.ts';
import { checkIdentity } from '../packs/open-identity.ts';
import { Doubtful } from '../reading/doubtful.ts';
import type { FileEntry } from './entries.ts';
import { maskedCard } from '../reading/masked-card.ts';
import { keptForQuestion } from './keep-for-question.ts';
import { dropSpooled } from './shared-spool.ts';
import { takeDocument } from './take-document.ts';
import { takeTables } from './take-tables.ts';
import { takeBack } from './take-back.ts';
import { aboutOf, type About } from '../reading/tell-table.ts';

/** What became of one file: `known` where the same bytes are in already, `out` where they were undone. */
export type Taken = {
	import: Import;
	as: 'read' | 'known' | 'out';
	/** the import whose reading this one took the place of, and the sends that it touched */
	replaced?: { import: Import; sends: readonly number[] };
};

const headBytes = 4096;

/**
 * Takes in one file: whatever is wrong with it is said in its import, never thrown, so that the
 * other files of a run are not lost for it.
 *
 * @throws {Trouble} wrongKey where keys were rotated meanwhile: all files would make readers anew
 * @param waiting the import under which an upload waited; it is carried on
 */
// eslint-disable-next-line max-lines-per-function -- the steps of taking a file in their order; each may end it with a question or a refusal
export async function take(context: Context, entry: FileEntry, waiting?: Import): Promise<Taken> {
	const { db, publication, now } = context;
	await checkIdentity(db, context.identity);
	const { hash, bytes, head, trouble } = await fingerprint(entry);

	const before = trouble ? undefined : await importOfHash(db, publication.id, hash);
	const about: About = { ...aboutOf(waiting ?? { reading: null }), ...context.about };
	const asked = wishes(context, about);
	const replaces = await replacedBy(context, before, about, asked);
	if (before?.state === 'done' && !replaces) return { import: before, as: 'known' };
	if (before?.state === 'question' && context.spool && before.id !== waiting?.id) {
		// --yes takes the best reading, of a file that waits too
		if (asked === null && !context.about?.yes) return { import: before, as: 'known' };
		// somebody answers it with a command, or a file that says how it is to be read
		if (waiting) await replaceQuestion(db, before, waiting);
		else waiting = before;
	}
	if (before?.state === 'undone' && !context.again) return { import: before, as: 'out' };

	const running = { hash, bytes, state: 'running' as const, rows: 0, read: null };
	const begun: Import = waiting
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

	try {
		if (trouble) throw trouble;
		if (isBesideIssues(entry.name, head)) throw new Trouble('besideIssues', { file: entry.name });
		const outcome = isIssueDocument(entry.name, head)
			? await takeDocument(context, entry, begun.id)
			: await takeTables(context, entry, begun.id, about, replaces);

		const reading = outcome.words.reading;
		const done = {
			...outcome.words,
			...(reading && { reading: { ...reading, ...(asked !== null && { asked }) } }),
			state: 'done' as const,
			trouble: null,
			finishedAt: now()
		};
		await db.transaction(async (tx) => {
			await keepImportSends(tx, begun.id, outcome.sends);
			await changeImport(tx, begun.id, done);
		});
		return {
			import: { ...begun, ...done },
			as: 'read',
			...(replaces && { replaced: { import: replaces, sends: outcome.touched ?? [] } })
		};
	} catch (error) {
		if (!(error instanceof Trouble)) throw error;
		const spool = await keptForQuestion(context, entry, error, begun);
		const ended = {
			...(spool === null
				? { state: 'failed' as const, finishedAt: now() }
				: { state: 'question' as const, spool }),
			trouble: { code: error.code, details: error.details },
			...(error.code === 'importStopped' && { rows: 0, read: null }),
			...(spool !== null && { reading: questionReading(about, error) })
		};
		// rows of a file that breaks off in the middle are taken back: half a file misleads
		await takeBack(db, begun, ended);
		return { import: { ...begun, ...ended }, as: 'read' };
	}
}

/** A file that waits, and came once more with an answer: the one that came last is carried on. */
async function replaceQuestion(db: Context['db'], asked: Import, { id }: Import) {
	await becomes(db, asked.id, [[id, 'read']]);
	if (asked.spool !== null) await dropSpooled(db, asked.spool);
}

/** How a file that waits would be read, for whoever is asked. */
function questionReading(about: About, error: Trouble): Record<string, unknown> {
	const cards = error instanceof Doubtful ? error.cards.map(maskedCard) : [];
	return { about, cards };
}

/** What was said of how a file is to be read, in one text; null where nothing was. */
function wishes({ map, zone }: Context, about: About): string | null {
	const { kind, order, campaign, url, map: own, zone: written } = about;
	const said = { map: map ?? own, zone: written ?? zone, kind, order, campaign, url };
	const text = JSON.stringify(said);
	// of the zone alone: it stands for all files of a run, and is remembered
	return text === '{}' || text === JSON.stringify({ zone: null }) ? null : text;
}

/** The stored reading of the same file that is to be replaced, because this time something else is said of it. */
async function replacedBy(
	{ db }: Context,
	before: Import | undefined,
	{ replaces }: About,
	asked: string | null
): Promise<Import | null> {
	if (replaces !== undefined) {
		const replaced = await findImport(db, replaces);
		return replaced?.state === 'done' ? replaced : null;
	}
	if (before?.state !== 'done' || asked === null || before.reading?.asked === asked) return null;
	return before.kind === 'document' ? null : before;
}

/** SHA-256 of the bytes, their number and the first of them; a trouble met on the way is kept. */
async function fingerprint(entry: FileEntry) {
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
