import { isPlainDocument } from '#lib/issue/source/is-issue-document.ts';
import type { RawDocument } from '#lib/issue/source/document.ts';
import { readIssueAsSent, readWhole, type ReadDocument } from '#lib/issue/read-issue.ts';
import { confidenceOf, usualReading, type Confidence } from '#lib/issue/template/doubt.ts';
import { hintsOnImport } from '#lib/issue/template/hints.ts';
import { outlinesOf } from '../store/content/documents.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { documentAt, readDocument } from './reading/read.ts';
import { publicationTemplate } from '../derive/template-of.ts';

/**
 * How a document reads as one more issue of a publication, by the template that its issues have in
 * common. Nothing of it is stored.
 *
 * @throws {Trouble} fileMissing, fileTooLarge, documentUnreadable
 */
export async function readAsIssueOf(
	db: Db,
	publication: Publication,
	path: string
): Promise<ReadDocument & Confidence> {
	const raw = await documentAt(path);
	return asOneMore(db, publication, raw, readIssueAsSent);
}

/**
 * The same of a document at hand, without what identifies a reader in its addresses.
 *
 * @throws {Trouble} fileEmpty, documentUnreadable
 */
export async function readDraftOf(
	db: Db,
	publication: Publication,
	raw: RawDocument
): Promise<ReadDocument & Confidence> {
	return asOneMore(db, publication, raw, readWhole);
}

async function asOneMore(
	db: Db,
	{ id }: Publication,
	raw: RawDocument,
	read: typeof readWhole
): Promise<ReadDocument & Confidence> {
	const alone = await read(raw);
	const { template } = await publicationTemplate(db, id);
	const plain = isPlainDocument(raw.name);
	const evidence = { edition: raw.name, plain, trace: alone.trace };
	const hints = hintsOnImport(template, evidence, null);
	const usual = usualReading((await outlinesOf(db, id)).map(({ outline }) => outline));
	const hinted = hints.length ? await read(raw, new Set(hints)) : alone;
	return { ...hinted, ...confidenceOf(hinted.document, usual) };
}

/**
 * How a document reads without any other beside it, and how sure that is.
 *
 * @throws {Trouble} fileMissing, fileTooLarge, documentUnreadable
 */
export async function readByItself(path: string): Promise<ReadDocument & Confidence> {
	const read = await readDocument(path);
	return { ...read, ...confidenceOf(read.document, null) };
}
