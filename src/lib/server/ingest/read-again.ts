import { readIssue, RULES_VERSION } from '#lib/issue/read-issue.ts';
import { RULES_VERSION as URL_RULES_VERSION } from '#lib/url/canonical.ts';
import { documentBody, documentsOf, setOutline, type Document } from '../store/documents.ts';
import type { Db } from '../store/open.ts';
import { keepSetting, readSetting } from '../store/settings.ts';
import { forgetPagesOfUrls } from '../store/urls.ts';
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
		if (document) await setOutline(db, id, await outlineOf(document), RULES_VERSION);
		// a turn of the event loop between documents
		await turn();
	}
	return true;
}

const extensions = { html: 'html', eml: 'eml', markdown: 'md', text: 'txt', org: 'org' };

/** A document is kept in the format it was cleaned to, whatever its file was called. */
function outlineOf({ name, format, body }: Document) {
	const plain = name.replace(/\.\w+$/, '');
	return readIssue({ name: `${plain}.${extensions[format]}`, bytes: Buffer.from(body) });
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
	await db.transaction(async (tx) => {
		if (changed) await forgetPagesOfUrls(tx);
		await keepSetting(tx, 'urlRules', now);
	});
	return changed;
}
