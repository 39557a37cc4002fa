import { type Publication } from '#lib/server/figures/publications.ts';
import { sharedReport } from '#lib/server/report/reports.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { Trouble } from '#lib/trouble.ts';
import { liveReport } from './live.ts';

/** What a link leads to: a report by its id, or a page with its filters. */
type Led = { reportId: number | null; path: string | null };

/**
 * What a link shows to whoever has it.
 *
 * @throws {Trouble} badShare for what cannot be shared, a page that no report says; noSuchReport,
 * noSuchIssue, noSuchPlacement, placementLost for what is not there
 */
export async function shownBy(
	db: App.Locals['db'],
	publication: Publication,
	{ reportId, path }: Led,
	language: App.Locals['language']
): Promise<Snapshot> {
	const shown = reportId ?? (path === null ? null : liveReport(path, language));
	if (shown === null) throw new Trouble('badShare');
	return sharedReport(db, publication, shown, Date.now());
}
