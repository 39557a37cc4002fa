import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { Asked } from '#lib/server/report/reports.ts';
import { reportParts, type ReportKind } from '#lib/server/report/snapshot.ts';
import { readFilters } from '#lib/filters/address.ts';

/** Which report says what a page shows. */
const kinds: Record<string, ReportKind> = {
	'': 'management',
	authors: 'editorial',
	audience: 'acquisition',
	channels: 'acquisition',
	sponsors: 'sponsor'
};

/**
 * What a link to a page shows: the report that says the same, narrowed as the page was when the
 * link was made. Null for a page that cannot be shown so.
 *
 * @param path a page below the publication with its filters, `topics?last=12`, `issues/7` or `sponsors/3`
 */
export function liveReport(path: string, locale: Locale): Asked | null {
	const [page = '', query = ''] = path.split('?');
	const [, first, one] = /^(issues|sponsors)\/([1-9]\d{0,14})$/.exec(page) ?? [];
	const filters = readFilters(new URLSearchParams(query));
	const rest = { name: null, comparison: 'before', locale } as const;

	if (first === 'issues')
		return { ...rest, kind: 'issue', filters: { ...filters, issue: Number(one) } };
	if (first === 'sponsors') return { ...rest, kind: 'receipt', filters, placement: Number(one) };
	const part = reportParts.find((one) => one === page);
	if (part) return { ...rest, kind: 'editorial', part, filters };
	const kind = Object.hasOwn(kinds, page) ? kinds[page] : undefined;
	return kind ? { ...rest, kind, filters } : null;
}
