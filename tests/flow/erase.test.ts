import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { eraseReader, filesNaming, forgetRefused } from '#lib/server/ingest/erase.ts';
import { skipsOf } from '#lib/server/store/events/imports.ts';
import { newWorkspace, tempFolder, written, type Workspace } from './publication.ts';

const text = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

const leaver = 'bo@example.org';

const files: Record<string, readonly string[]> = {
	'clics.csv': [
		'email;campagne;date;url',
		'ana@example.org;Lettre 1;2026-01-05 10:00:00;https://example.com/a',
		'bo@example.org;Lettre 1;2026-01-05 10:01:00;https://example.com/a',
		'bo@example.org;Lettre 1;2026-01-05 10:02:00;https://example.com/b',
		'bo@example.org;Lettre 2;2026-01-12 10:00:00;https://example.com/c',
		'cy@acme.example.com;Lettre 2;2026-01-12 10:03:00;https://example.com/c'
	],
	// the same click once more, and one that is new
	'clics-bis.csv': [
		'email;campagne;date;url',
		'bo@example.org;Lettre 1;2026-01-05 10:01:00;https://example.com/a',
		'ana@example.org;Lettre 2;2026-01-12 11:00:00;https://example.com/c'
	],
	'abonnes.csv': [
		"Adresse e-mail;Date d'inscription;Statut",
		'ana@example.org;03/01/2026;Abonné',
		'bo@example.org;04/01/2026;Abonné',
		'cy@acme.example.com;13/01/2026;Abonné'
	]
};

async function filled(without?: string): Promise<Workspace> {
	const workspace = await newWorkspace();
	for (const [name, lines] of Object.entries(files))
		await workspace.take({
			[name]: text(lines.filter((line) => !without || !line.startsWith(without)))
		});
	return workspace;
}

const erase = async (workspace: Workspace, address: string) =>
	eraseReader(workspace.db, await workspace.publication(), address, workspace.identity, {
		by: null,
		now: 0
	});

test('a reader erased → the figures of a publication that never knew them', async () => {
	const workspace = await filled();
	const never = await filled(leaver);

	// however the address is written
	expect(await erase(workspace, ' Bo <BO@example.org> ')).toEqual({
		publication: 'canal',
		known: true,
		events: 3,
		facts: 1,
		texts: 0,
		sends: 2
	});
	expect(await workspace.figures()).toEqual(await never.figures());
	expect(await workspace.differences()).toEqual([]);

	// every row is still accounted for
	for (const { rows, accepted, duplicate, rejected, skipped } of await workspace.receipts())
		expect(accepted + duplicate + rejected + skipped).toBe(rows);
	const clicks = (await workspace.receipts()).find(({ file }) => file === 'clics.csv')!;
	expect(clicks).toMatchObject({ rows: 5, accepted: 2, skipped: 3, matched: 0, unmatched: 2 });
	expect(await skipsOf(workspace.db, clicks.id)).toEqual([{ code: 'erased', n: 3 }]);

	// and taking a file back goes on from there
	await workspace.undo(clicks.id);
	expect(await workspace.differences()).toEqual([]);
});

test('a later file that names an erased reader → brings nobody back, known before or not', async () => {
	const workspace = await filled(leaver);
	expect(await erase(workspace, leaver)).toMatchObject({ known: false, events: 0, facts: 0 });
	expect(await erase(workspace, leaver)).toMatchObject({ known: false });
	const before = await workspace.figures();

	for (const [name, lines] of Object.entries(files)) await workspace.take({ [name]: text(lines) });
	expect(await workspace.figures()).toEqual(before);
	expect(await workspace.differences()).toEqual([]);
	const again = (await workspace.receipts()).filter(({ file }) => file in files);
	expect(again.map(({ skipped }) => skipped).sort()).toEqual([0, 0, 0, 1, 1, 3]);
});

test('a text that is no address → nobody is erased', async () => {
	const workspace = await filled();
	const before = await workspace.figures();
	await expect(erase(workspace, 'bo')).rejects.toMatchObject({ code: 'noSuchReader' });
	expect(await workspace.figures()).toEqual(before);
});

test('an erased address in rejected rows and the inbox → kept copies are removed, and files of the inbox named', async () => {
	const spool = join(tempFolder(), 'spool');
	mkdirSync(spool);
	writeFileSync(join(spool, 'rejects-1.csv'), 'a.csv,2,noDate,Bo@Example.org,x\r\n');
	writeFileSync(join(spool, 'rejects-2.csv'), 'a.csv,2,noDate,ana@example.org,x\r\n');
	expect(await forgetRefused((await newWorkspace()).db, join(spool, '..'), leaver)).toBe(1);
	expect(readdirSync(spool)).toEqual(['rejects-2.csv']);

	const inbox = written({ 'a/un.csv': text(['Bo <BO@example.org>']), 'deux.csv': text(['ana']) });
	expect(await filesNaming(inbox, leaver)).toEqual([join(inbox, 'a/un.csv')]);
	expect(await filesNaming(join(inbox, 'gone'), leaver)).toEqual([]);
});

test('an address of an international domain in files of the inbox → found in both spellings', async () => {
	const folder = written({
		'letters.csv': text(['email', 'ana@bücher.example']),
		'coded.csv': text(['email', 'ana@xn--bcher-kva.example']),
		'others.csv': text(['email', 'ana@bucher.example'])
	});
	for (const typed of ['ana@bücher.example', 'ana@xn--bcher-kva.example'])
		expect(await filesNaming(folder, typed)).toEqual([
			join(folder, 'coded.csv'),
			join(folder, 'letters.csv')
		]);
});

const coded = 'ana@xn--bcher-kva.example';
const inLetters = 'ana@bücher.example';
const clicked = (address: string, day: number) =>
	text([
		'email;campagne;date;url',
		`${address};Lettre ${day};2026-01-0${day} 10:00:00;https://example.com/${day}`
	]);

/** A workspace as it was while domains were hashed as they are written. */
async function hashedInLetters(): Promise<Workspace> {
	const workspace = await newWorkspace();
	await workspace.take({ 'un.csv': clicked(inLetters, 5) });
	const { id } = await workspace.publication();
	const { reader, formerReader } = workspace.identity;
	const { rowsAffected } = await workspace.db.run(sql`
		UPDATE reader SET hash = ${formerReader(id, coded)} WHERE hash = ${reader(id, coded)}`);
	expect(rowsAffected).toBe(1);
	return workspace;
}

const readersOf = ({ db }: Workspace) =>
	db.all<{ erased: number }>(sql`SELECT erased FROM reader ORDER BY erased`);

test.each([coded, inLetters])(
	'a reader who was hashed with a domain in letters, and comes again as %s → one reader',
	async (address) => {
		const workspace = await hashedInLetters();
		await workspace.take({ 'deux.csv': clicked(address, 6) });
		expect(await readersOf(workspace)).toEqual([{ erased: 0 }]);
	}
);

test.each([coded, inLetters])(
	'a reader who was hashed with a domain in letters, erased as %s → gone, and not brought back',
	async (address) => {
		const workspace = await hashedInLetters();
		expect(await erase(workspace, address)).toMatchObject({ known: true, events: 1 });
		for (const again of [coded, inLetters])
			await workspace.take({ [`${again}.csv`]: clicked(again, 6) });
		expect(await readersOf(workspace)).not.toContainEqual({ erased: 0 });
	}
);

test('a reader who was erased while domains were hashed as they are written → not brought back', async () => {
	const workspace = await hashedInLetters();
	await workspace.db.run(sql`UPDATE reader SET erased = 1`);
	await workspace.take({ 'deux.csv': clicked(inLetters, 6) });
	expect(await readersOf(workspace)).toEqual([{ erased: 1 }]);
});
