import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readIssueAsSent, type Reading } from '#lib/issue/read-issue.ts';
import { usualOf, type Usual } from '#lib/issue/template/doubt.ts';
import { toldOf } from '#lib/issue/template/told.ts';
import { documentsOf } from '../store/documents.ts';
import type { Db } from '../store/open.ts';
import type { Publication } from '../store/publications.ts';
import { readDocument } from './read.ts';
import { publicationTemplate } from './template-of.ts';

/**
 * How a document reads as one more issue of a publication, by the template that its issues have in
 * common. Nothing of it is stored.
 *
 * @throws {Trouble} fileMissing, fileTooLarge, documentUnreadable
 */
export async function readAsIssueOf(
	db: Db,
	{ id }: Publication,
	path: string
): Promise<Reading & { usual: Usual | null }> {
	const alone = await readDocument(path);
	const { template } = await publicationTemplate(db, id);
	const plain = !/\.(?:html?|eml)$/i.test(path);
	const told = toldOf(template, { edition: path, plain, trace: alone.trace }, null);
	const usual = usualOf((await documentsOf(db, id)).map(({ outline }) => outline));
	if (!told.length) return { ...alone, usual };
	const raw = { name: basename(path), bytes: await readFile(path) };
	return { ...(await readIssueAsSent(raw, new Set(told))), usual };
}
