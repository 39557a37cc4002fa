import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailOf } from '#lib/server/mail/mail.ts';
import type { Snapshot } from '#lib/server/report/snapshot.ts';
import { cookiesOf } from './browser.ts';
import { dealt } from '../combinations.ts';
import { firstCodeIn } from './first-code.ts';
import { folder, rubrique, started, type Running } from './program.ts';
import { readWorkbook } from './workbook.ts';

// Names that are scripts, formulas, escape sequences, headers of mails and marks of direction, and too
// long: wherever people or files name something, and wherever it is shown.

const data = folder();
const imports = folder();
const here = folder();
const where = { here, env: { RUBRIQUE_DATA: data, RUBRIQUE_IMPORTS: imports } };

/** What each name must still show, and what it tries. */
const evil = (of: string) =>
	`=1+1 ${of} <script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u2066 \u001b]0;owned\u0007\u001b[2J\u0000{{7*7}}`;
const long = (of: string) => `Long ${of} ${'mot '.repeat(2500)}`;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const escaped = (text: string) =>
	// a page with a zero byte in it is no text; written as a number it is
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '&#0;');

const pages = [1, 2, 3, 4].map((n) => `https://example.com/page-${n}`);

const files: Record<string, string> = {
	'clics =1+1 <img src=x onerror=alert(3)> \u202e\u001b[31m.csv': [
		'email;campagne;date;url',
		...pages.flatMap((url, i) => [
			`ana${i}@example.org;${quoted(evil('campagne'))};2026-01-05 10:0${i}:00;${url}`,
			`bo${i}@example.org;${quoted(long('campagne'))};2026-01-12 10:0${i}:00;${url}`,
			`cy${i}@example.org;${quoted(evil('envoi').replaceAll(/\d/g, ''))};2026-01-19 10:0${i}:00;${url}/else`
		])
	].join('\n'),
	'abonnes.csv': [
		"Adresse e-mail;Date d'inscription;Statut;Canal",
		`ana0@example.org;03/01/2026;Abonné;${quoted(evil('canal'))}`,
		`bo0@example.org;04/01/2026;Abonné;${quoted(long('canal'))}`
	].join('\n'),
	'depenses.csv': [
		'Canal;Campagne;Du;Au;Dépense;Devise',
		`${quoted(evil('canal'))};${quoted(evil('dépense'))};01/01/2026;31/01/2026;158,43;EUR`
	].join('\n'),
	'partenaires.csv': [
		'Partenaire;Numéro;Lien;Prix;Devise',
		`${quoted(evil('partenaire'))};7;${pages[3]};160,00;EUR`
	].join('\n'),
	'themes.csv': [
		'Numéro;Lien;Thème',
		`7;${pages[0]};${quoted(evil('thème'))}`,
		`7;${pages[1]};${quoted(long('thème'))}`
	].join('\n'),
	'lettre-7.html': `<!doctype html><html><head><title>Lettre n° 7 ${escaped(evil('titre'))}</title>
<meta name="author" content="${escaped(evil('auteur')).replaceAll('"', '&quot;')}"><meta name="date" content="2026-01-05"></head><body>
<h1>Lettre n° 7</h1><h2>${escaped(evil('rubrique'))}</h2>
<h3><a href="${pages[0]}">${escaped(evil('article'))} &#x202e;&#x1b;[2J</a></h3><p>Du texte assez long pour être lu.</p>
<h3><a href="${pages[1]}">${long('article')}</a></h3><p>Du texte assez long pour être lu.</p>
<h2>${long('rubrique')}</h2>
<h3><a href="${pages[2]}">Un article</a></h3><p>Par ${escaped(evil('signature'))}</p>
<h3><a href="${pages[3]}">Une offre</a></h3><p>Du texte.</p></body></html>`
};

const publication = {
	slug: 'lettre',
	name: evil('publication'),
	language: 'fr',
	currency: 'EUR',
	zone: 'UTC'
};

let program: Running;
let cookie = '';

beforeAll(async () => {
	mkdirSync(join(imports, 'lettre'));
	writeFileSync(join(imports, 'lettre', 'publication.json'), JSON.stringify(publication));
	for (const [name, text] of Object.entries(files))
		writeFileSync(join(imports, 'lettre', name.replaceAll('/', '_')), text);
	program = await started(where);

	const person = { name: evil('personne').replace('\0', ''), email: 'ed@example.net' };
	const code = firstCodeIn(program.talk());
	const answer = await fetch(`${program.address}/welcome`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams({ ...person, password: 'correct horse battery', code }),
		headers: { origin: program.address, accept: 'text/html' }
	});
	expect(answer.status).toBe(303);
	cookie = cookiesOf(answer);
	const done = await fetch(`${program.address}/p/lettre/imports/progress`, { headers: { cookie } });
	await done.text();
}, 1_800_000);

afterAll(() => program?.stop());

/** What bears a hostile name. */
const named = [
	'publication',
	'personne',
	'titre',
	'rubrique',
	'article',
	'signature',
	'canal',
	'partenaire',
	'thème'
];

const UNSEEN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

test('pages → names are text: nothing runs, nothing turns the line, all of them answer', async () => {
	const seen: string[] = [];
	const asked = async (path: string) => {
		const answer = await fetch(program.address + path, { headers: { cookie } });
		const text = await answer.text();
		expect([path, answer.status]).toEqual([path, 200]);
		expect(
			text.replaceAll(/[^]{0,80}<(?:script>alert|img src=x)[^]{0,80}/g, '!!$&!!')
		).not.toContain('!!');
		expect([path, UNSEEN.exec(text)?.index ?? null]).toEqual([path, null]);
		seen.push(text);
		return text;
	};
	const issues = await asked('/p/lettre/issues');
	const ids = new Set(issues.match(/(?<=\/p\/lettre\/issues\/)\d+/g));
	expect(ids.size).toBeGreaterThan(0);
	for (const id of ids) await asked(`/p/lettre/issues/${id}`);
	for (const page of [
		'',
		'/items',
		'/topics',
		'/sections',
		'/channels',
		'/ledger',
		'/sponsors',
		'/audience',
		'/authors',
		'/verdicts',
		'/imports',
		'/imports/pages',
		'/imports/sends',
		'/reports',
		'/settings',
		'/rules',
		'/topics/manage'
	])
		await asked(`/p/lettre${page}`);
	await asked('/account');
	await asked('/people').catch(() => '');

	// every one of them is shown, as the text that it is
	const all = seen.join('\n');
	const shown = named.filter((of) => all.includes(`=1+1 ${of} &lt;script>alert(1)`));
	expect(shown).toEqual(named);
	expect(all).toContain('=+ envoi &lt;script>alert()');
	for (const of of ['article', 'rubrique', 'canal', 'thème'])
		expect(all).toContain(`Long ${of} mot mot`);
}, 1_800_000);

test('commands → nothing that a terminal obeys, in words and in JSON', async () => {
	const commands = [
		'items',
		'issues',
		'topics',
		'sections',
		'channels',
		'sponsors',
		'audience',
		'authors'
	];
	for (const [i, command] of commands.entries())
		for (const form of dealt(i, [[], ['--json']], 2)) {
			const { code, out, talk } = await rubrique(
				[command, '--publication', 'lettre', ...form],
				where
			);
			expect([command, code]).toEqual([command, 0]);
			expect([command, UNSEEN.exec(out + talk)]).toEqual([command, null]);
			if (form.length) JSON.parse(out);
		}
	const wrong = await rubrique(['items', '--publication', '\u001b[2J\u202e'], where);
	expect(wrong.talk).not.toMatch(UNSEEN);
	expect(program.talk()).not.toMatch(UNSEEN);
}, 1_800_000);

test('spreadsheets → names are neutral text; paper and JSON can be made', async () => {
	const made = async (kind: string, format: string) => {
		const out = join(here, `${kind}.${format}`);
		const { code, talk } = await rubrique(
			['report', kind, '--publication', 'lettre', '--format', format, '--out', out],
			where
		);
		expect([kind, format, code, talk]).toEqual([kind, format, 0, expect.any(String)]);
		return readFileSync(out);
	};
	const check = {
		async csv(kind: string) {
			const csv = (await made(kind, 'csv')).toString('utf8').replace(/^\ufeff/, '');
			expect(csv).not.toMatch(UNSEEN);
			const { data: rows } = Papa.parse<string[]>(csv, { delimiter: ';' });
			const run = rows
				.flat()
				.filter((cell) => /^[\s]*[=+@\t\r-]/.test(cell) && !/^-?[\d,]+$/.test(cell));
			expect([kind, run]).toEqual([kind, []]);
		},
		async xlsx(kind: string) {
			// throws at a formula
			const sheets = readWorkbook(await made(kind, 'xlsx'));
			expect(sheets.size).toBeGreaterThan(1);
			for (const cell of [...sheets.values()].flat(2))
				expect(String(cell).length).toBeLessThanOrEqual(32_767);
		},
		async pdf(kind: string) {
			const pdf = await made(kind, 'pdf');
			expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
			expect(pdf.toString('latin1')).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction\s*<</);
		}
	};
	const formats = ['csv', 'xlsx', 'pdf'] as const;
	for (const [i, kind] of ['editorial', 'management', 'acquisition'].entries())
		for (const format of dealt(i, formats, formats.length)) await check[format](kind);
	JSON.parse((await made('editorial', 'json')).toString());
}, 1_800_000);

test('mail → a name adds no header, no recipient and no element', async () => {
	const out = join(here, 'mail.json');
	await rubrique(
		['report', 'editorial', '--publication', 'lettre', '--format', 'json', '--out', out],
		where
	);
	const snapshot = JSON.parse(readFileSync(out, 'utf8')) as Snapshot;
	const name = `${evil('x')}\r\nBcc: all@example.net\r\n\r\n<script>alert(1)</script>`;
	const mail = await mailOf(
		{ ...snapshot, name, publication: { ...snapshot.publication, name } },
		null
	);
	const transport = createTransport({ streamTransport: true, buffer: true });
	const sent = await transport.sendMail({ ...mail, from: 'a@example.com', to: 'b@example.org' });
	const read = await PostalMime.parse(sent.message as Buffer);
	expect(read.bcc ?? []).toEqual([]);
	expect(read.to).toEqual([{ address: 'b@example.org', name: '' }]);
	expect(read.subject).not.toMatch(/[\r\n]/);
	expect(read.subject).not.toMatch(UNSEEN);
	expect(read.html).not.toMatch(/<script|<img src=x/);
	expect(read.html).not.toMatch(UNSEEN);
	expect(read.text).not.toMatch(UNSEEN);
}, 1_800_000);
