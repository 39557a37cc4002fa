import type { RawDocument } from '#lib/issue/source/document.ts';
import { forecastsOf } from '../store/content/forecasts.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { makeForecast } from './try-draft.ts';

/**
 * Forecasts the drafts that a folder describes, once: not where the publication has a forecast
 * already, so that one that was deleted does not come back.
 *
 * @param now UTC milliseconds
 * @throws {Trouble} what `makeForecast` throws
 */
export async function forecastDescribed(
	db: Db,
	publication: Publication,
	drafts: readonly { name: string; text: string }[],
	now: number
) {
	if (drafts.length === 0 || (await forecastsOf(db, publication.id)).length > 0) return;
	for (const { name, text } of drafts) {
		const raw: RawDocument = { name, bytes: new TextEncoder().encode(text) };
		await makeForecast(db, publication, raw, { delivered: null }, { by: null, now });
	}
}
