import { expect, test } from 'vitest';
import { readReportForm } from './report-form.ts';

function filled(fields: Record<string, string>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('a form filled in → read as it is, its name trimmed', () => {
	const typed = { kind: 'management', locale: 'en', name: ' March ' };
	expect(readReportForm(filled(typed))).toMatchObject({ ...typed, name: 'March' });
});

test('a form without choices → those offered first, and no name', () => {
	expect(readReportForm(filled({ name: '  ' }))).toEqual({
		kind: 'editorial',
		locale: 'fr',
		name: null,
		placement: null,
		sponsor: null
	});
});

test('a receipt → one placement; a summary → one sponsor, or all', () => {
	const both = { placement: '12', sponsor: 'Maison Lune' };
	expect(readReportForm(filled({ kind: 'receipt', ...both }))).toMatchObject({
		placement: 12,
		sponsor: null
	});
	expect(readReportForm(filled({ kind: 'sponsor', ...both }))).toMatchObject({
		placement: null,
		sponsor: 'Maison Lune'
	});
	expect(readReportForm(filled({ kind: 'sponsor', sponsor: '' })).sponsor).toBeNull();
});

test.each<Record<string, string>>([
	{ kind: 'nothing' },
	{ locale: '' },
	{ placement: 'NaN' },
	{ placement: '-1' }
])('%j → refused, as on no menu', (typed) => {
	expect(() => readReportForm(filled(typed))).toThrow(/^bad/);
});

test('a form with nothing but a kind → no name, no sponsor', () => {
	expect(readReportForm(filled({ kind: 'sponsor' }))).toMatchObject({ name: null, sponsor: null });
});
