import type { Sheet, ByteSource } from '#lib/csv/sheet.ts';
import { survey } from '#lib/csv/survey.ts';
import { Trouble } from '#lib/trouble.ts';
import { findImport } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import { mapOf, type FileAnswer } from './answer-question.ts';
import { fileOfImport } from '../files/file-of-import.ts';
import { previewMapping, type MappingPreview } from './preview-mapping.ts';
import { widest } from './question.ts';
import { savedAnswer } from '../files/saved-answer.ts';
import type { TableAnswer } from '../reading/tell-table.ts';

/**
 * What a file that waits would become, read as somebody has chosen so far; nothing is stored.
 *
 * @param how `whole` shows cells as they are, to whoever may see addresses; `inbox` is its folder
 * @throws {Trouble} noSuchImport, where the file is gone too
 */
export async function previewQuestion(
	db: Db,
	publication: Publication,
	id: number,
	answer: FileAnswer,
	how: { now: number; whole: boolean; inbox: string }
): Promise<MappingPreview> {
	const row = await findImport(db, id);
	const source =
		row?.publicationId === publication.id
			? await fileOfImport(db, publication, row, how.inbox)
			: null;
	if (!row || !source) throw new Trouble('noSuchImport', { id });

	const sheet = await survey(source, answer.layout);
	return previewMapping(source, {
		now: how.now,
		whole: how.whole,
		sheet,
		own: publication,
		answer: await chosen(db, publication, { source, sheet }, answer),
		zone: answer.zone
			? { zone: answer.zone, from: 'option' }
			: { zone: publication.zone, from: 'publication' }
	});
}

/** What was chosen, as a file is read by it: without a kind yet, the reading that the file itself suggests. */
async function chosen(
	db: Db,
	publication: Publication,
	{ source, sheet }: { source: ByteSource; sheet: Sheet },
	answer: FileAnswer
): Promise<TableAnswer> {
	const { campaign, url, layout } = answer;
	const table = widest(sheet);
	const about = {
		answered: true,
		...(campaign && { campaign }),
		...(url && { url }),
		...(layout && { layout })
	};
	if (!table || answer.kind === null)
		return {
			saved: table ? await savedAnswer({ db, publication }, table) : null,
			map: null,
			about
		};
	const map = mapOf(answer, table.header, source.name);
	return 'kind' in map
		? { saved: null, map: { ...map, ...(campaign && { campaign }), ...(url && { url }) }, about }
		: { saved: map, map: null, about };
}
