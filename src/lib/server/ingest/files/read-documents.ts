import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { archiveFormat } from '#lib/issue/source/archives/letters-in.ts';
import { isIssueDocument, isPlainDocument } from '#lib/issue/source/is-issue-document.ts';
import { MOST_DOCUMENT_BYTES } from '#lib/issue/source/open-document.ts';
import { readIssueAsSent, type ReadDocument } from '#lib/issue/read-issue.ts';
import { confidenceOf, usualReading, type Confidence } from '#lib/issue/template/doubt.ts';
import { editionsOf } from '#lib/issue/template/editions.ts';
import { learn, type DocumentEvidence } from '#lib/issue/template/learn.ts';
import { hintsOf, alternativesOf, type Hints } from '#lib/issue/template/hints.ts';
import { Trouble } from '#lib/trouble.ts';
import {
	bytesOf,
	entriesOf,
	fileEntry,
	firstBytesOf,
	holdsOthers,
	type FileEntry
} from './entries.ts';

/** One of several documents: how it reads, or why it does not. */
export type ReadFile = { name: string } & ((ReadDocument & Confidence) | { trouble: Trouble });

type Files = ({ name: string } & (ReadDocument | { trouble: Trouble }))[];

/** Whether a path leads to several documents: a folder, a zip, a mailbox or a feed. */
export async function holdsSeveral(path: string): Promise<boolean> {
	const stats = await stat(path).catch(() => null);
	if (!stats || stats.isDirectory()) return stats !== null;
	return holdsOthers(fileEntry(path, basename(path), stats.size));
}

/** Whether a file is an issue, or an archive of issues. */
export async function isOfIssues(path: string): Promise<boolean> {
	const stats = await stat(path).catch(() => null);
	if (!stats?.isFile()) return false;
	const file = fileEntry(path, basename(path), stats.size);
	const start = await firstBytesOf(file);
	return isIssueDocument(file.name, start) || archiveFormat(file.name, start) !== null;
}

/**
 * How the issues of a folder or a zip read, by the template that they have in common; tables and whatever else is
 * no issue are passed over. Their links are as they were sent: nothing of it is to be stored.
 *
 * @throws {Trouble} fileMissing; noIssues where there is none
 */
export async function readDocuments(path: string): Promise<ReadFile[]> {
	const files: Files = [];
	for await (const entry of entriesOf(path)) {
		const read = await readEntry(entry, null);
		if (read) files.push({ name: entry.name, ...read });
	}
	if (!files.length) throw new Trouble('noIssues', { file: basename(path) });

	const read = files.filter((file) => !('trouble' in file)) as ({ name: string } & ReadDocument)[];
	const evidence = evidenceOf(read);
	const template = learn(evidence);
	const alternatives = alternativesOf(evidence);
	const again = new Map<string, Hints>();
	read.forEach(({ name }, i) => {
		const hints = hintsOf(template, evidence[i]!, alternatives[i]!);
		if (hints.length) again.set(name, new Set(hints));
	});
	if (!again.size) return withConfidence(files);

	// bytes are not held meanwhile: a zip may have many
	for await (const entry of entriesOf(path)) {
		const hints = again.get(entry.name);
		const read = hints && (await readEntry(entry, hints));
		const at = files.findIndex(({ name }) => name === entry.name);
		if (read) files[at] = { name: entry.name, ...read };
	}
	return withConfidence(files);
}

/**
 * The files with how sure each is by what is usual among them, those of one kind beside each other: a text
 * shows less.
 */
function withConfidence(files: Files): ReadFile[] {
	const read = files.filter((file) => !('trouble' in file)) as ({ name: string } & ReadDocument)[];
	const alike = (plain: boolean) =>
		usualReading(
			read.flatMap(({ name, document }) => (isPlainDocument(name) === plain ? [document] : []))
		);
	const usual = { html: alike(false), plain: alike(true) };
	return files.map((file) => {
		if ('trouble' in file) return file;
		const beside = usual[isPlainDocument(file.name) ? 'plain' : 'html'];
		return { ...file, ...confidenceOf(file.document, beside) };
	});
}

/** What each of several documents says, with the issue that it is of. */
function evidenceOf(files: readonly ({ name: string } & ReadDocument)[]): DocumentEvidence[] {
	const editions = editionsOf(files);
	return files.map(({ name, trace }, i) => ({
		edition: editions[i]!,
		plain: isPlainDocument(name),
		trace
	}));
}

/** How a file reads that is an issue; null for any other. */
async function readEntry(
	entry: FileEntry,
	hints: Hints | null
): Promise<ReadDocument | { trouble: Trouble } | null> {
	try {
		if (entry.trouble) throw entry.trouble;
		if (!isIssueDocument(entry.name, await firstBytesOf(entry))) return null;
		return await readIssueAsSent(
			{ name: entry.name, bytes: await bytesOf(entry, MOST_DOCUMENT_BYTES) },
			hints
		);
	} catch (trouble) {
		if (trouble instanceof Trouble) return { trouble };
		throw trouble;
	}
}
