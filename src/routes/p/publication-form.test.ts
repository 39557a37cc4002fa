import { expect, test } from 'vitest';
import { readForm } from './publication-form.ts';

const right = Object.freeze({
	name: ' Le Fil ',
	slug: 'le-fil',
	language: 'fr',
	currency: 'EUR',
	zone: 'Europe/Paris'
});

function form(fields: Record<string, string>) {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
}

test('a form filled in → what it says of the publication', () => {
	expect(readForm(form(right))).toEqual({ words: { ...right, name: 'Le Fil' } });
});

test.each([
	['name', '  '],
	['slug', 'Le Fil'],
	['slug', 'new'],
	['slug', '../etc'],
	['language', ''],
	['currency', 'XYZ'],
	['zone', ''],
	['zone', 'Mars/Base']
])('%s as %j → named as wrong, kept as typed', (field, value) => {
	const read = readForm(form({ ...right, [field]: value }));

	expect(read).toMatchObject({ wrong: [field], typed: { [field]: value } });
});

test('an empty form → each of its fields named as wrong', () => {
	expect(readForm(form({}))).toMatchObject({
		wrong: ['name', 'slug', 'language', 'currency', 'zone']
	});
});
