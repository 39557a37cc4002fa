import { expect, test } from 'vitest';
import { readCorrection } from './read-correction.ts';

function formOf(fields: Record<string, string>) {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('a title of spaces → a title is asked for at its field', () => {
	const form = formOf({ kind: 'title', item: '1', title: '   ' });
	expect(() => readCorrection(form)).toThrow(
		expect.objectContaining({ code: 'noTitle', details: { field: 'title' } })
	);
});

test('what no form of ours sends → no valid correction, and no title asked for', () => {
	const forms: Record<string, string>[] = [
		{ kind: 'title', item: '1' },
		{ kind: 'title', item: 'x', title: 'A' }
	];
	for (const fields of forms)
		expect(() => readCorrection(formOf(fields))).toThrow(
			expect.objectContaining({ code: 'badCorrection' })
		);
});
