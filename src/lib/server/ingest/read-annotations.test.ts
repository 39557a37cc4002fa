import { expect, test } from 'vitest';
import { readAnnotations } from './read-annotations.ts';

const read = (text: string, order: 'dmy' | 'mdy' | null = null) =>
	readAnnotations('notes.csv', text, order);

test.each([
	['a comma and a header', 'date,note\n2026-03-12,Paywall\n2026-04-01,"New, larger layout"\n'],
	['semicolons, French', 'Événement;Jour\nPaywall;12/03/2026\nNew, larger layout;01/04/2026\nx;\n'],
	[
		'what a spreadsheet copies, without a header',
		'2026-03-12\tPaywall\n2026-04-01\tNew, larger layout\n'
	]
])('notes with %s → days and texts', async (_, text) => {
	const { notes } = await read(text, 'dmy');
	expect(notes).toEqual([
		{ date: '2026-03-12', text: 'Paywall' },
		{ date: '2026-04-01', text: 'New, larger layout' }
	]);
});

test('days that read either way → it is asked which comes first', async () => {
	const text = 'day,note\n03/04/2026,Paywall\n';
	await expect(read(text)).rejects.toMatchObject({ code: 'datesAmbiguous' });
	expect((await read(text, 'dmy')).notes[0]!.date).toBe('2026-04-03');
	expect((await read(text, 'mdy')).notes[0]!.date).toBe('2026-03-04');
});

test('rows without a day or a text → reported, and the others are kept', async () => {
	const { notes, rejected } = await read(
		'day,note\n2026-03-12,Paywall\nsoon,Layout\n2026-03-14,\n'
	);
	expect(notes).toHaveLength(1);
	expect(rejected).toEqual([3, 4]);
});

test('a file without days → refused', async () => {
	await expect(read('name,city\nAna,Lisboa\n')).rejects.toMatchObject({ code: 'noNotes' });
});
