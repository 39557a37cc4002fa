import { READING_RULES, takeIssue } from '#lib/issue/read-issue.ts';
import { MOST_DOCUMENT_BYTES } from '#lib/issue/source/open-document.ts';
import { keepDocument } from '../../store/content/documents.ts';
import { sourceNamed } from '../../store/events/sends.ts';
import type { Context } from '../packs/context.ts';
import { documentWithoutDigests } from '../../derive/digests.ts';
import { bytesOf, type FileEntry } from './entries.ts';
import type { TablesOutcome } from './take-tables.ts';

/**
 * Reads an issue's document and keeps it, cleaned of what identifies anybody.
 *
 * @throws {Trouble} fileTooLarge, documentUnreadable
 */
export async function takeDocument(
	context: Context,
	entry: FileEntry,
	importId: number
): Promise<TablesOutcome> {
	const raw = { name: entry.name, bytes: await bytesOf(entry, MOST_DOCUMENT_BYTES) };
	const taken = await takeIssue(raw, null, documentWithoutDigests);
	const { document: outline, leftOut, trace: headings, clean, name } = taken;
	const origin = originOf(entry);
	const source = origin && (await sourceNamed(context.db, context.publication.id, origin.provider));

	await keepDocument(context.db, {
		importId,
		publicationId: context.publication.id,
		sourceId: source?.id ?? null,
		campaign: origin?.campaign ?? null,
		name,
		...clean,
		outline,
		headings,
		rules: READING_RULES
	});
	return {
		words: {
			name,
			kind: 'document',
			provider: origin?.provider ?? null,
			sourceId: source?.id ?? null,
			rows: 1,
			accepted: 1,
			reading: {
				sections: outline.sections.length,
				items: outline.sections.reduce((n, { items }) => n + items.length, 0),
				number: outline.number,
				title: outline.title,
				leftOut
			}
		},
		sends: new Set()
	};
}

/**
 * The send that a document was exported with, where its path says so: `posts/<id>.<slug>.html` of
 * Substack, `campaigns_content/<id>_….html` of Mailchimp.
 */
function originOf({ name }: FileEntry): { provider: string; campaign: string } | null {
	const substack = /(?:^|\/)posts\/(\d+)\.[^/]*\.html$/.exec(name);
	if (substack) return { provider: 'substack', campaign: substack[1]! };
	const mailchimp = /(?:^|\/)campaigns_content\/(\d+)[_.][^/]*$/.exec(name);
	return mailchimp ? { provider: 'mailchimp', campaign: mailchimp[1]! } : null;
}
