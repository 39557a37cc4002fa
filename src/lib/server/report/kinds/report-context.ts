import type { Annotation } from '../../figures/annotations.ts';
import type { Statement } from '#lib/findings/statement.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { createFormats, type Formats } from '#lib/messages/format.ts';
import { stated } from '#lib/messages/stated.ts';
import type { Archive } from '../../figures/archive.ts';
import type { Compared } from '../../figures/comparison.ts';
import type { Filters } from '#lib/filters/filters.ts';
import type { Publication } from '../../figures/publications.ts';
import type { ArchiveIssue } from '../../store/rollups/archive.ts';
import type { Db } from '../../store/sql/open.ts';
import type { ReportKind } from '#lib/report-kinds.ts';
import type { ReportPart, Snapshot } from '../snapshot.ts';

/** What somebody wants a report of. */
export type ReportRequest = {
	kind: ReportKind;
	/** null names it after its kind and period */
	name: string | null;
	/** with what it is compared with */
	filters: Filters;
	locale: Locale;
	/** of an editorial review: the one part that is wanted; null for all of it */
	part?: ReportPart | null;
	/** of a receipt: the placement */
	placement?: number | null;
	/** of a summary of sponsors: the one it is of, as files write the name; null for all */
	sponsor?: string | null;
};

/** What every kind of report is made from. */
export type ReportContext = {
	db: Db;
	publication: Publication;
	/** UTC milliseconds */
	now: number;
	archive: Archive;
	asked: ReportRequest;
	issues: ArchiveIssue[];
	/** the issues that these are compared with, where the report goes by issues */
	others: ArchiveIssue[];
	compared: Compared;
	/** what people wrote of days */
	annotations: readonly Annotation[];
	formats: Formats;
	options: { locale: Locale };
	/** writes sentences out */
	state(statements: readonly Statement[]): string[];
};

/** What one kind of report adds to what all have. */
export type ReportBody = Pick<
	Snapshot,
	'findings' | 'keyFigures' | 'advice' | 'sections' | 'definitions'
> & {
	setAside: number | null;
	/** what its key figures are compared with, in words; null with nothing to compare with */
	compared: string | null;
	/** the days that its figures are of, in words, where they are not those from its first issue to its last */
	days?: string | null;
};

/** The tools by which a report is written. */
export function writingTools(publication: Publication, locale: Locale) {
	const formats = createFormats(locale, publication.zone);
	return {
		formats,
		options: { locale },
		state: (statements: readonly Statement[]) => statements.map((one) => stated(one, formats))
	};
}
