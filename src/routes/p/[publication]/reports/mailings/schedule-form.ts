import { comparisons } from '#lib/filters/comparison.ts';
import { textIn } from '../../../../form.ts';

/** What somebody wants to go out, from the form; whether it makes sense is decided where it is kept. */
export function readScheduleForm(form: FormData): unknown {
	const text = (name: string) => textIn(form, name);
	const whole = (name: string) => (text(name) === '' ? null : Number(text(name)));
	const every = text('every');
	return {
		report: every === 'issue' ? 'issue' : text('report'),
		comparison: comparisonIn(text),
		locale: text('locale'),
		sponsor: text('sponsor') || null,
		rule:
			every === 'issue'
				? { every }
				: { every, day: whole(every), hour: whole('hour'), last: whole('last') },
		recipients: [
			...new Set(
				text('to')
					.split(/[\s,;]+/)
					.filter(Boolean)
			)
		]
	};
}

/** What a report is compared with: by name, or the two dates beside it, in either order. */
function comparisonIn(text: (name: string) => string): string {
	const named = text('compare');
	if (named === 'custom') return [text('compareFrom'), text('compareTo')].sort().join('..');
	return comparisons.find((one) => one === named) ?? 'before';
}
