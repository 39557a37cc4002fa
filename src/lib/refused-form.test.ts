import { expect, test } from 'vitest';
import { fieldOf, fillingsOf, formThatSent, type Control } from './refused-form.ts';

const field = (name: string, value = '', kind = 'text'): Control => ({ name, value, kind });
const about = (fields: string[], given: string | null = null) => ({ message: '', fields, given });

test.each([
	[about(['from', 'to']), 0],
	[about(['nowhere', 'to']), 1],
	[about(['from', 'to'], '12'), 1],
	[about([], '12'), 1],
	[about(['own-1']), 3],
	[about(['own-7']), -1],
	[about([]), -1]
])('a refusal about %j → the field at %i', (refusal, at) => {
	const seen = [field('from'), field('to', ' 12 '), field('own'), field('own')];
	expect(fieldOf(seen, refusal)).toBe(at);
});

test('a form that was sent → each control holds what it held; files and passwords are not handed back', () => {
	const controls = [
		field('own'),
		field('own'),
		field('kind', 'mail', 'checkbox'),
		field('kind', 'web', 'checkbox'),
		field('password', '', 'password'),
		field('logo', '', 'file'),
		field('elsewhere')
	];
	const sent = [
		['own', '1'],
		['own', '2'],
		['kind', 'web'],
		['password', 'secret']
	] as const;
	expect(fillingsOf(controls, sent)).toEqual([
		{ value: '1' },
		{ value: '2' },
		{ checked: false },
		{ checked: true },
		null,
		null,
		null
	]);
});

test('forms of one action → the one whose hidden fields were sent', () => {
	const formOf = (row: string) => [field('row', row, 'hidden'), field('text')];
	const sent = [
		['row', '7'],
		['text', 'a']
	] as const;
	expect(formThatSent([formOf('6'), formOf('7'), [field('text')]], sent)).toBe(1);
});
