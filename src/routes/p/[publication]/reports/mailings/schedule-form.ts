import { textIn } from '../../../../form.ts';

/** What somebody wants to go out, from the form; whether it makes sense is decided where it is kept. */
export function readScheduleForm(form: FormData): unknown {
	const text = (name: string) => textIn(form, name);
	const whole = (name: string) => (text(name) === '' ? null : Number(text(name)));
	const every = text('every');
	return {
		report: every === 'issue' ? 'issue' : text('report'),
		comparison: 'before',
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
