import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rejectFigures } from '#lib/server/figures/imports.ts';
import { sweepSpool, workOff } from '#lib/server/ingest/files/worker.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { takeUpload } from '#lib/server/ingest/files/upload.ts';
import { bytes } from '../simulate/sample/table.ts';
import { frenchFile, frenchHead, frenchRows, mailchimp, parcels, people, zip } from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const good = { 'clics.csv': frenchFile() };
const whole = zip(mailchimp());
const text = (content: string) => bytes(content);

/** A zip with one stored entry of any name, as no honest program writes one. */
function zipNaming(name: string, flags = 0): Uint8Array {
	const honest = Buffer.from(zip({ ['x'.repeat(name.length)]: frenchFile() }));
	for (let at = honest.indexOf('x'.repeat(name.length)); at >= 0;) {
		honest.write(name, at, 'latin1');
		at = honest.indexOf('x'.repeat(name.length), at);
	}
	const central = honest.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
	honest.writeUInt16LE(honest.readUInt16LE(6) | flags, 6);
	honest.writeUInt16LE(honest.readUInt16LE(central + 8) | flags, central + 8);
	return honest;
}

const xlsx = zip({
	'[Content_Types].xml': text('<Types/>'),
	'xl/workbook.xml': text('<workbook/>')
});

test.each<[what: string, name: string, content: Uint8Array, code: string]>([
	['an empty file', 'vide.csv', text(''), 'fileEmpty'],
	[
		'a picture',
		'photo.csv',
		Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256),
		'fileBinary'
	],
	[
		'a page',
		'clics.csv',
		text('<html><table><tr><td>Email</td></tr></table></html>'),
		'fileNotTable'
	],
	['JSON cut off', 'clics.csv', text('[{"email": "ana@example.com"}, {"email"'), 'jsonUnreadable'],
	['half a gzip', 'clics.csv.gz', gzipSync(frenchFile()).subarray(0, 200), 'gzipUnreadable'],
	['a spreadsheet without sheets', 'clics.xlsx', xlsx, 'fileSpreadsheet'],
	['a spreadsheet by another name', 'clics.csv', xlsx, 'fileSpreadsheet'],
	['half a zip', 'export.zip', whole.subarray(0, whole.length / 2), 'zipUnreadable'],
	['a zip that is none', 'export.zip', text('PK, it says'), 'zipUnreadable'],
	['a path out of the zip', 'export.zip', zipNaming('../../clics.csv'), 'zipPathOutside'],
	['a path from the root', 'export.zip', zipNaming('/etc/clics.csv'), 'zipPathOutside'],
	['a bomb', 'bombe.zip', zip({ 'clics.csv': new Uint8Array(60_000_000) }), 'zipTooLarge'],
	['a zip in a zip', 'export.zip', zip({ 'clics.zip': zip(good) }), 'zipInZip'],
	['an encrypted entry', 'secret.zip', zipNaming('clics-lettre.csv', 1), 'zipEncrypted'],
	[
		'no usable column',
		'cafe.csv',
		text('Tasse;Sucre\nbleue;deux\nverte;un\n'),
		'fileNotRecognised'
	],
	['no year', 'budget.csv', text('Canal;Janv.;Févr.\nRadio;1;2\n'), 'monthsWithoutYear']
])(
	'%s → refused with its reason, and the other files of the run are kept',
	async (_, name, content, code) => {
		const workspace = await newWorkspace();
		const receipts = await workspace.take({ [name]: content, ...(name in good ? {} : good) });

		expect(receipts[0]).toMatchObject({ state: 'failed', rows: 0, accepted: 0, trouble: { code } });
		if (receipts[1])
			expect(receipts[1]).toMatchObject({ state: 'done', accepted: frenchRows().length });
		expect(await workspace.differences()).toEqual([]);
		expectNobody(workspace);
	}
);

test('a file without a header → read by its cells, and none of them is kept as a column’s name', async () => {
	const workspace = await newWorkspace();
	const [receipt] = await workspace.take({
		'nu.csv': text(
			frenchRows()
				.map((row) => row.join(';'))
				.join('\n')
		)
	});
	expect(receipt).toMatchObject({ state: 'done', accepted: frenchRows().length });
	expectNobody(workspace);
});

test('a bad entry of a zip → costs none of the others', async () => {
	const workspace = await newWorkspace();
	const receipts = await workspace.take({
		'export.zip': zip({ ...good, 'vide.csv': text(''), 'tasses.csv': text('Tasse;Sucre\nb;2\n') })
	});
	expect(receipts.map(({ state }) => state).sort()).toEqual(['done', 'failed', 'failed']);
	expect((await workspace.items()).length).toBeGreaterThan(0);
});

test('a file that breaks off in the middle of a row → all but that row is imported', async () => {
	const workspace = await newWorkspace();
	const file = frenchFile();
	const [receipt] = await workspace.take({ 'clics.csv': file.subarray(0, file.length - 60) });
	expect(receipt).toMatchObject({
		state: 'done',
		rows: frenchRows().length,
		accepted: frenchRows().length - 1,
		rejected: 1
	});
	expectNobody(workspace);
});

test('rows without usable values → rejected one by one, each with its reason', async () => {
	const workspace = await newWorkspace();
	const [first] = frenchRows() as [string[]];
	const secret = people[0]!.address;
	const rows = [
		first,
		['pas une adresse', first[1]!, first[2]!, first[3]!],
		[secret, 'hier', first[2]!, first[3]!],
		[secret, '', first[2]!, first[3]!],
		[secret, first[1]!, '', first[3]!],
		[`Ana <${secret}>; ${secret}`, '31/02/2025', 'nulle part', `pour ${secret}`]
	];
	const [receipt] = await workspace.take({ 'clics.csv': frenchFile(rows) });
	expect(receipt).toMatchObject({ state: 'done', rows: 6, accepted: 1, rejected: 5 });
	const rejects = await rejectFigures(workspace.db, await workspace.publication(), receipt!.id);
	expect(rejects.map(({ row, code }) => [row, code])).toEqual([
		[3, 'badAddress'],
		[4, 'badTime'],
		[5, 'noTime'],
		[6, 'noUrl'],
		[7, 'badTime']
	]);
	expectNobody(workspace);
});

test('any bytes whatever → no exception, and the good file beside them is imported', async () => {
	const workspace = await newWorkspace();
	const name = fc.constantFrom(
		'a.csv',
		'a.zip',
		'a.html',
		'a.md',
		'a.txt',
		'a.eml',
		'clicks/7_a.csv'
	);
	const torn = fc
		.tuple(fc.constantFrom(whole, frenchFile(), zip(good)), fc.nat(), fc.nat(), fc.uint8Array())
		.map(([file, from, length, noise]) => {
			const at = from % file.length;
			const rest = file.subarray(Math.min(file.length, at + (length % 40)));
			return Uint8Array.from([...file.subarray(0, at), ...noise, ...rest]);
		});
	const cells = fc
		.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }))
		.map((rows) => text([frenchHead, ...rows].map((row) => row.join(';')).join('\n')));
	const any = fc.oneof(fc.uint8Array({ maxLength: 400 }), torn, cells);

	await fc.assert(
		fc.asyncProperty(name, any, async (path, content) => {
			const receipts = await workspace.take({ [path]: content, ...good });
			expect(receipts.length).toBeGreaterThan(1);
			for (const { state, rows, accepted, duplicate, rejected, skipped, trouble } of receipts) {
				expect(rows).toBe(accepted + duplicate + rejected + skipped);
				expect(state === 'failed').toBe(trouble !== null);
			}
			expect(receipts.at(-1)!.accepted + receipts.at(-1)!.duplicate).toBe(frenchRows().length);
		}),
		{ numRuns: 40, endOnFailure: true }
	);
	expect(await workspace.differences()).toEqual([]);
});

test('a hostile document → its scripts are counted in the receipt, and none is stored', async () => {
	const workspace = await newWorkspace();
	const [receipt] = await workspace.take({
		'numero-16.html': text(
			'<html><body><h1>Numéro 16</h1><h2>Actualités</h2><h3 onmouseover="steal()">Une péniche</h3><p>Elle passe. <a href="https://canal.example.com/peniche">Lire</a></p><script>steal()</script><p><a href="javascript:steal()">Ici</a></p></body></html>'
		)
	});
	expect(receipt).toMatchObject({
		state: 'done',
		leftOut: { scripts: 2, frames: 0, fields: 0, links: 1, characters: 0 }
	});
	const files = readdirSync(workspace.data, { recursive: true, withFileTypes: true });
	const stored = files
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
	expect(stored.join('').includes('canal.example.com/peniche')).toBe(true);
	expect(stored.filter((content) => content.includes('steal'))).toEqual([]);
});

test('addresses in any place of any file → none is stored, plain, encoded or hashed', async () => {
	const workspace = await newWorkspace();
	const secret = people[4]!.address;
	await workspace.take(
		Object.fromEntries(
			Object.entries(parcels()).map(([name, files]) => [`${name}.zip`, zip(files)])
		)
	);
	await workspace.take({
		'liens.csv': frenchFile([
			[secret, '18/09/2025 08:00:00', `https://canal.example.com/a?email=${secret}`, 'n° 12'],
			[
				secret,
				'18/09/2025 08:01:00',
				`https://canal.example.com/b?e=${encodeURIComponent(secret)}`,
				'n° 12'
			],
			[secret, '18/09/2025 08:03:00', `mailto:${secret}`, 'n° 12'],
			[secret, '18/09/2025 08:04:00', `https://canal.example.com/c#${secret}`, 'n° 12']
		]),
		'numero-14.html': text(
			`<html><body><h1>Numéro 14</h1><h2>Actualités</h2><h3>Une péniche</h3><p>Elle passe. <a href="https://canal.example.com/peniche?email=${secret}">Lire</a></p><p>Envoyé à ${secret}. <a href="https://canal.example.com/unsub?u=${encodeURIComponent(secret)}">Se désabonner</a></p></body></html>`
		),
		'numero-15.eml': text(
			`From: Lettre <lettre@canal.example.com>\r\nTo: Ana <${secret}>\r\nDelivered-To: ${secret}\r\nSubject: Lettre 15\r\nDate: Thu, 2 Oct 2025 07:00:00 +0200\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<h1>Lettre 15</h1><h2>Brèves</h2><h3>Une écluse</h3><p>Elle ferme. <a href="https://canal.example.com/ferme">Lire</a></p>`
		)
	});
	expectNobody(workspace);
});

test('uploads → an imported one is kept for a week, to be read differently, the others not at all', async () => {
	const workspace = await newWorkspace();
	const uploads = {
		'clics.csv': frenchFile(),
		'export.zip': whole,
		'half.zip': whole.subarray(0, 500),
		'vide.csv': text('')
	};
	for (const [name, content] of Object.entries(uploads))
		await takeUpload(
			workspace.db,
			await workspace.publication(),
			name,
			(async function* () {
				yield content;
			})(),
			{ data: workspace.data, by: null, now: 1 }
		);
	const context = await workspace.context();
	await workOff(
		workspace.db,
		() => context,
		() => 2
	);

	expect(readdirSync(spoolFolder(workspace.data))).toHaveLength(1);
	await sweepSpool(workspace.db, workspace.data, Date.now() + 8 * 86_400_000);
	expect(readdirSync(spoolFolder(workspace.data))).toEqual([]);
	const states = (await workspace.receipts()).map(({ state }) => state);
	expect(states.filter((state) => state === 'failed')).toHaveLength(2);
	expect(states.filter((state) => state === 'done')).toHaveLength(5);
	expectNobody(workspace);
});

/** Looks for every reader's address in every file of the data folder, as plain text and disguised. */
function expectNobody({ data }: Workspace) {
	const files = readdirSync(data, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.filter((path) => existsSync(path));
	const haystack = Buffer.concat(files.map((path) => readFileSync(path)));
	const folded = Buffer.from(haystack.toString('latin1').toLowerCase(), 'latin1');
	expect(haystack.length).toBeGreaterThan(10_000);

	const leaks = people.flatMap(({ address }) => {
		const plain = Buffer.from(address);
		const hashes = ['md5', 'sha1', 'sha256'].map((name) =>
			createHash(name).update(address).digest()
		);
		const any = [
			plain,
			Buffer.from(address, 'utf16le'),
			Buffer.from(encodeURIComponent(address).toLowerCase()),
			...hashes,
			...hashes.map((hash) => Buffer.from(hash.toString('hex'))),
			Buffer.from(plain.toString('hex'))
		];
		const encoded = [plain.toString('base64').replace(/=+$/, ''), plain.toString('base64url')];
		return any.some((needle) => folded.includes(needle)) ||
			encoded.some((needle) => haystack.includes(needle))
			? [address]
			: [];
	});
	expect(leaks).toEqual([]);
}
