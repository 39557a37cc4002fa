import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describedIn } from './description.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rubrique-described-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a folder says of its publication, with these notes. */
function described(notes: unknown) {
	const words = { slug: 'letter', name: 'Letter', language: 'en', currency: 'EUR', zone: 'UTC' };
	writeFileSync(join(folder, 'publication.json'), JSON.stringify({ ...words, notes }));
	return describedIn(folder);
}

test('a note that names an address → kept in one line without it', async () => {
	const { notes } = (await described([
		{ date: '2026-03-05', text: 'New service,\n ask ana@example.org' }
	]))!;
	expect(notes).toEqual([{ date: '2026-03-05', text: 'New service, ask …' }]);
});

test.each([
	[{ date: '5 March', text: 'New service' }],
	[{ date: '2026-03-05', text: ' ' }],
	[{ date: '2026-03-05', text: 'x'.repeat(201) }]
])('a note that is none: %j → the description cannot be read', async (note) => {
	await expect(described([note])).rejects.toThrow('publicationUnreadable');
});
