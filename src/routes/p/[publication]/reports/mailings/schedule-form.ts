/** What somebody wants to go out, from the form; whether it makes sense is decided where it is kept. */
export function readScheduleForm(form: FormData): unknown {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const every = text('every');
	const last = Number(text('last')) || null;
	return {
		report: every === 'issue' ? 'issue' : text('report'),
		comparison: 'before',
		locale: text('locale'),
		sponsor: text('sponsor') || null,
		rule:
			every === 'issue'
				? { every }
				: { every, day: Number(text(every)), hour: Number(text('hour')), last },
		recipients: [
			...new Set(
				text('to')
					.split(/[\s,;]+/)
					.filter(Boolean)
			)
		]
	};
}
