import * as v from 'valibot';
import { comparisons } from '#lib/server/figures/comparison.ts';
import { reportKinds } from '#lib/server/report/snapshot.ts';

const form = v.object({
	kind: v.fallback(v.picklist(reportKinds), 'editorial'),
	comparison: v.fallback(v.picklist(comparisons), 'before'),
	locale: v.fallback(v.picklist(['fr', 'en']), 'fr'),
	/** of a receipt and of a summary of sponsors; empty for all of these */
	placement: v.fallback(v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(1)), 0),
	sponsor: v.fallback(v.string(), ''),
	name: v.fallback(v.string(), '')
});

/** Reads what somebody wants a report of; the period and the filters are those of the address. */
export function readReportForm(data: FormData) {
	const { placement, sponsor, name, ...rest } = v.parse(form, Object.fromEntries(data));
	return {
		...rest,
		// a field that is not there at all names nothing either
		name: name.trim().slice(0, 120) || null,
		placement: rest.kind === 'receipt' ? placement : null,
		sponsor: rest.kind === 'sponsor' ? sponsor || null : null
	};
}
