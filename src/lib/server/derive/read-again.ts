import { readWhole, RULES_VERSION, takeIssue } from '#lib/issue/read-issue.ts';
import { toldOnImport, twinsOf } from '#lib/issue/template/told.ts';
import { RULES_VERSION as URL_RULES_VERSION } from '#lib/url/canonical.ts';
import {
	documentBody,
	documentsOf,
	setOutline,
	setReading,
	type Document
} from '../store/content/documents.ts';
import type { Db } from '../store/sql/open.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import { forgetPagesOfUrls } from '../store/events/urls.ts';
import { cleanUrls } from './forget-traces.ts';
import { evidenceOf, templateOf } from './template-of.ts';
import { turn } from './turn.ts';

/**
 * Reads the documents of a publication again that were read by older rules. What follows from them
 * has to be derived afterwards.
 *
 * @returns whether there were any
 */
export async function readAgain(db: Db, publicationId: number): Promise<boolean> {
	const old = (await documentsOf(db, publicationId)).filter(({ rules }) => rules !== RULES_VERSION);
	if (old.length === 0) return false;

	// should the process end on the way, the next one derives all the same
	await keepSetting(db, `unsettled:${publicationId}`, String(process.pid));
	for (const { id } of old) {
		const document = await documentBody(db, id);
		if (document) {
			const { document: outline, trace: headings, clean } = await takeIssue(asStored(document));
			await setReading(db, id, { outline, headings, rules: RULES_VERSION, body: clean.body });
		}
		// a turn of the event loop between documents
		await turn();
	}
	return true;
}

/**
 * Reads those documents again of which the publication's template tells something that they do not say
 * by themselves, or no longer does. It is learnt from how each document reads alone and from what editors
 * said, so that neither the order in which documents came nor one that was taken back makes a difference.
 *
 * @returns ids of the documents that were read again
 */
export async function readByTemplate(db: Db, publicationId: number): Promise<Set<number>> {
	const documents = await documentsOf(db, publicationId);
	const evidence = evidenceOf(documents);
	const template = await templateOf(db, publicationId, evidence);
	const twins = twinsOf(evidence);
	const others = documents.flatMap(({ id, habits: then }, i) => {
		const now = toldOnImport(template, evidence[i]!, twins[i]!);
		return now.join('\n') === then.join('\n') ? [] : [{ id, now }];
	});
	if (others.length === 0) return new Set();

	// should the process end on the way, the next one derives all the same
	await keepSetting(db, `unsettled:${publicationId}`, String(process.pid));
	for (const { id, now } of others) {
		const document = await documentBody(db, id);
		if (document)
			await setOutline(db, id, (await readWhole(asStored(document), new Set(now))).document, now);
		await turn();
	}
	return new Set(others.map(({ id }) => id));
}

const extensions = { html: 'html', eml: 'eml', markdown: 'md', text: 'txt', org: 'org' };

/** A document is kept in the format it was cleaned to, whatever its file was called. */
export function asStored({ name, format, body }: Document) {
	const plain = name.replace(/\.\w+$/, '');
	return { name: `${plain}.${extensions[format]}`, bytes: Buffer.from(body) };
}

/**
 * Forgets which page each URL leads to where the rules about that have changed; `settle` finds
 * the pages again, of every publication.
 *
 * @returns whether they have
 */
export async function forgetOldPages(db: Db): Promise<boolean> {
	const now = String(URL_RULES_VERSION);
	const then = await readSetting(db, 'urlRules');
	if (then === now) return false;

	// databases from before this was written down hold pages by the first rules
	const changed = (then ?? '1') !== now;
	if (changed) await cleanUrls(db);
	await db.transaction(async (tx) => {
		if (changed) await forgetPagesOfUrls(tx);
		await keepSetting(tx, 'urlRules', now);
	});
	return changed;
}
