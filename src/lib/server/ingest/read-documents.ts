import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { editionOf, habitsOf, telling, type Habits } from '#lib/issue/habits.ts';
import { isIssueDocument } from '#lib/issue/is-issue-document.ts';
import { readIssueAsSent, type Reading } from '#lib/issue/read-issue.ts';
import { Trouble } from '#lib/trouble.ts';
import { entriesOf, type Entry } from './entries.ts';
import { bytesOf } from './take-document.ts';

/** One of several documents: how it reads, or why it does not. */
export type ReadFile = { name: string } & (Reading | { trouble: Trouble });

/** Whether a path leads to several documents: a folder, or a zip. */
export async function holdsSeveral(path: string): Promise<boolean> {
	const found = await stat(path).catch(() => null);
	return !!found && (found.isDirectory() || /\.zip$/i.test(path));
}

/**
 * How the issues of a folder or a zip read, with what recurs among them; tables and whatever else is
 * no issue are passed over. Their links are as they were sent: nothing of it is to be stored.
 *
 * @throws {Trouble} fileMissing; noIssues where there is none
 */
export async function readDocuments(path: string): Promise<ReadFile[]> {
	const files: ReadFile[] = [];
	for await (const entry of entriesOf(path)) {
		const read = await readEntry(entry, null);
		if (read) files.push({ name: entry.name, ...read });
	}
	if (!files.length) throw new Trouble('noIssues', { file: basename(path) });

	const habits = habitsOf(
		files.flatMap((file) =>
			'trouble' in file
				? []
				: [{ edition: editionOf(file.document, file.name), headings: file.headings }]
		)
	);
	const again = new Map<string, Habits>();
	for (const file of files) {
		const told = 'trouble' in file ? [] : telling(habits, file.headings);
		if (told.length) again.set(file.name, new Set(told));
	}
	if (!again.size) return files;

	// bytes are not held meanwhile: a zip may have many
	for await (const entry of entriesOf(path)) {
		const told = again.get(entry.name);
		const read = told && (await readEntry(entry, told));
		const at = files.findIndex(({ name }) => name === entry.name);
		if (read) files[at] = { name: entry.name, ...read };
	}
	return files;
}

/** How a file reads that is an issue; null for any other. */
async function readEntry(
	entry: Entry,
	habits: Habits | null
): Promise<Reading | { trouble: Trouble } | null> {
	try {
		if (entry.trouble) throw entry.trouble;
		if (!isIssueDocument(entry.name, await firstBytesOf(entry))) return null;
		return await readIssueAsSent({ name: entry.name, bytes: await bytesOf(entry) }, habits);
	} catch (trouble) {
		if (trouble instanceof Trouble) return { trouble };
		throw trouble;
	}
}

async function firstBytesOf(entry: Entry): Promise<Uint8Array> {
	for await (const chunk of entry.open()) return chunk;
	return new Uint8Array();
}
