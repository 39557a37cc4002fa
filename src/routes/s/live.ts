import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { ReportRequest } from '#lib/server/report/reports.ts';
import { kindOfPage, reportKind } from '#lib/report-kinds.ts';
import { reportParts } from '#lib/server/report/snapshot.ts';
import { readFilters } from '#lib/filters/address.ts';

/**
 * What a link to a page shows: the report that says the same, narrowed as the page was when the
 * link was made. Null for a page that cannot be shown so.
 *
 * @param path a page below the publication with its filters, `topics?last=12`, `issues/7` or `sponsors/3`
 */
export function liveReport(path: string, locale: Locale): ReportRequest | null {
	const [page = '', query = ''] = path.split('?');
	const [, first, one] = /^(issues|sponsors)\/([1-9]\d{0,14})$/.exec(page) ?? [];
	const filters = readFilters(new URLSearchParams(query));
	const rest = { name: null, locale } as const;

	const ofOne = first && kindOfPage(`${first}/*`);
	if (ofOne)
		return reportKind(ofOne).of === 'issue'
			? { ...rest, kind: ofOne, filters: { ...filters, issue: Number(one) } }
			: { ...rest, kind: ofOne, filters, placement: Number(one) };
	const part = reportParts.find((one) => one === page);
	if (part) return { ...rest, kind: 'editorial', part, filters };
	const kind = page.includes('*') ? null : kindOfPage(page);
	return kind ? { ...rest, kind, filters } : null;
}
