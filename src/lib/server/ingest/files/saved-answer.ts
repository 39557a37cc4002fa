import * as v from 'valibot';
import type { SheetTable } from '#lib/csv/sheet.ts';
import { columnMap, type ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { mapOfHeader } from '../../store/events/column-maps.ts';
import type { Context } from '../packs/context.ts';
import { dateAnswer, headerKey, type DateAnswer } from '../reading/tell-table.ts';

/** What was said before of files with this header. */
export async function savedAnswer(
	{ db, publication }: Pick<Context, 'db' | 'publication'>,
	{ header }: SheetTable
): Promise<ColumnMap | DateAnswer | null> {
	const saved = await mapOfHeader(db, publication.id, headerKey(header));
	const parsed = v.safeParse(v.union([columnMap, dateAnswer]), saved);
	return parsed.success ? parsed.output : null;
}
