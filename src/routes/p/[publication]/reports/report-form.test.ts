import { expect, test } from 'vitest';
import { readReportForm } from './report-form.ts';

function filled(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('a form is read as it was filled in', () => {
	const typed = { kind: 'management', comparison: 'year', locale: 'en', name: ' March ' };
	expect(readReportForm(filled(typed))).toEqual({ ...typed, name: 'March' });
});

test('what makes no sense is what is offered first, and no name is none', () => {
	expect(readReportForm(filled({ kind: 'nothing', name: '  ' }))).toEqual({
		kind: 'editorial',
		comparison: 'before',
		locale: 'fr',
		name: null
	});
});
