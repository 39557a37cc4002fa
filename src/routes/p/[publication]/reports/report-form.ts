import * as v from 'valibot';
import { comparisons } from '#lib/server/figures/comparison.ts';
import { reportKinds } from '#lib/server/report/snapshot.ts';

const form = v.object({
	kind: v.fallback(v.picklist(reportKinds), 'editorial'),
	comparison: v.fallback(v.picklist(comparisons), 'before'),
	locale: v.fallback(v.picklist(['fr', 'en']), 'fr'),
	/** of a receipt and of a summary of sponsors; empty for all of these */
	placement: v.fallback(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1)), 0),
	sponsor: v.pipe(
		v.fallback(v.string(), ''),
		v.transform((name) => name || null)
	),
	name: v.pipe(
		v.fallback(v.string(), ''),
		v.trim(),
		v.transform((name) => name.slice(0, 120) || null)
	)
});

/** Reads what somebody wants a report of; the period and the filters are those of the address. */
export function readReportForm(data: FormData) {
	const { placement, sponsor, ...rest } = v.parse(form, Object.fromEntries(data));
	return {
		...rest,
		placement: rest.kind === 'receipt' ? placement : null,
		sponsor: rest.kind === 'sponsor' ? sponsor : null
	};
}
