import * as v from 'valibot';
import { comparisons } from '#lib/server/figures/comparison.ts';
import { reportKinds } from '#lib/server/report/snapshot.ts';

const form = v.object({
	kind: v.fallback(v.picklist(reportKinds), 'editorial'),
	comparison: v.fallback(v.picklist(comparisons), 'before'),
	locale: v.fallback(v.picklist(['fr', 'en']), 'fr'),
	name: v.pipe(
		v.fallback(v.string(), ''),
		v.trim(),
		v.transform((name) => name.slice(0, 120) || null)
	)
});

/** Reads what somebody wants a report of; the period and the filters are those of the address. */
export function readReportForm(data: FormData) {
	return v.parse(form, Object.fromEntries(data));
}
