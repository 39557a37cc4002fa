import { readWhole, READING_RULES, takeIssue } from '#lib/issue/read-issue.ts';
import { hintsOnImport, alternativesOf } from '#lib/issue/template/hints.ts';
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
import { cleanTexts, cleanUrls } from './forget-traces.ts';
import { presentRules } from './rule-versions.ts';
import { documentEvidence, templateOf } from './template-of.ts';
import { turn } from './turn.ts';

/** Whether another version of the program read a document by other rules. */
export function isReadByOldRules({ rules }: { rules: number }): boolean {
	return rules !== READING_RULES;
}

/**
 * Reads the documents of a publication again that were read by older rules. What follows from them
 * has to be derived afterwards.
 */
export async function readAgain(db: Db, publicationId: number) {
	const old = (await documentsOf(db, publicationId)).filter(isReadByOldRules);
	for (const { id } of old) {
		const document = await documentBody(db, id);
		if (document) {
			const { document: outline, trace: headings, clean } = await takeIssue(asStored(document));
			await setReading(db, id, { outline, headings, rules: READING_RULES, body: clean.body });
		}
		// a turn of the event loop between documents
		await turn();
	}
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
	const evidence = documentEvidence(documents);
	const template = await templateOf(db, publicationId, evidence);
	const alternatives = alternativesOf(evidence);
	const others = documents.flatMap(({ id, habits: then }, i) => {
		const now = hintsOnImport(template, evidence[i]!, alternatives[i]!);
		return now.join('\n') === then.join('\n') ? [] : [{ id, now }];
	});
	if (others.length === 0) return new Set();

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
	const now = presentRules.urlRules;
	const then = await readSetting(db, 'urlRules');
	if (then === now) return false;

	// databases from before this was written down hold pages by the first rules
	const changed = (then ?? '1') !== now;
	if (changed) {
		await cleanUrls(db);
		await cleanTexts(db);
	}
	await db.transaction(async (tx) => {
		if (changed) await forgetPagesOfUrls(tx);
		await keepSetting(tx, 'urlRules', now);
	});
	return changed;
}
