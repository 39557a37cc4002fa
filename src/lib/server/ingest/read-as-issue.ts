import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readIssueAsSent, type Reading } from '#lib/issue/read-issue.ts';
import { confidenceOf, usualOf, type Confidence } from '#lib/issue/template/doubt.ts';
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
): Promise<Reading & Confidence> {
	const alone = await readDocument(path);
	const { template } = await publicationTemplate(db, id);
	const plain = !/\.(?:html?|eml)$/i.test(path);
	const told = toldOf(template, { edition: path, plain, trace: alone.trace }, null);
	const usual = usualOf((await documentsOf(db, id)).map(({ outline }) => outline));
	const raw = { name: basename(path), bytes: await readFile(path) };
	const read = told.length ? await readIssueAsSent(raw, new Set(told)) : alone;
	return { ...read, ...confidenceOf(read.document, usual) };
}

/**
 * How a document reads without any other beside it, and how sure that is.
 *
 * @throws {Trouble} fileMissing, fileTooLarge, documentUnreadable
 */
export async function readByItself(path: string): Promise<Reading & Confidence> {
	const read = await readDocument(path);
	return { ...read, ...confidenceOf(read.document, null) };
}
