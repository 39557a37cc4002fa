import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fallbackLocale, locales, type Locale } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import { folder, rubrique } from './program.ts';

const here = folder();
const env = { RUBRIQUE_DATA: folder() };

function run(...args: string[]) {
	return rubrique(args, { here, env });
}

const clicks = `Adresse e-mail;Date;Lien;Campagne
ana@example.org;18/09/2025 07:30:00;https://example.com/cafe?utm_source=lettre;Lettre 12
ben@example.org;18/09/2025 09:12:30;https://example.com/cafe;Lettre 12
pas une adresse;18/09/2025 09:15:00;https://example.com/cafe;Lettre 12
`;

beforeAll(() => {
	writeFileSync(join(here, 'clics.csv'), clicks);
	writeFileSync(join(here, 'vide.csv'), '');
});

test.each([
	['nothing', [], 2],
	['a command that is none', ['dance'], 2],
	['an option that is none', ['topics', '--dance'], 2],
	['a missing argument', ['parse'], 2],
	['one too many', ['undo', '1', '2'], 2],
	['a day that is none', ['topics', '--publication', 'none', '--from', 'soon'], 1],
	['a file that is not there', ['check', 'nowhere.csv'], 1],
	['an empty file', ['check', 'vide.csv'], 1],
	['a folder where a file belongs', ['check', '.'], 1],
	['help', ['--help'], 0],
	['help on a command', ['import', '--help'], 0]
])('%s → the right exit code, and no data on the wrong stream', async (_what, args, code) => {
	const answer = await run(...args);
	expect(answer.code).toBe(code);
	expect(answer.talk).not.toContain('    at ');
	expect(answer.out === '').toBe(code !== 0 && args.length > 0);
});

test.each([
	[['topics', '--dance'], 'cli.unknownOption', '--dance'],
	[['topics', '--last'], 'cli.optionNeedsValue', '--last'],
	[['topics', '--last', '-5'], 'cli.optionNeedsValue', '--last'],
	[['topics', '--json=1'], 'cli.optionTakesNone', '--json']
] as const)('%j in a French terminal → what is wrong, in French', async (args, key, option) => {
	const { code, talk } = await rubrique([...args], {
		here,
		env: { ...env, LC_ALL: 'fr_FR.UTF-8' }
	});
	expect([code, talk.trim()]).toEqual([2, words(key, { option }, 'fr')]);
});

test.each([
	['topics', '--publication', 'a', '--publication', 'b'],
	['overview', '--last=2', '--last', '3'],
	['check', 'clics.csv', '--zone', 'UTC', '--zone', 'UTC']
])(
	'%s … an option of one value twice → refused in a sentence, in each language',
	async (...args) => {
		const option = args.find((arg) => arg.startsWith('--'))!.replace(/=.*/, '');
		for (const locale of locales) {
			const terminal = { ...env, LC_ALL: `${locale}_XX.UTF-8` };
			const { code, talk } = await rubrique(args, { here, env: terminal });
			expect([code, talk.trim()]).toEqual([
				2,
				words('trouble.givenTwice', { given: option }, locale)
			]);
		}
	}
);

test.each([['C.UTF-8', fallbackLocale], ...locales.map((one) => [`${one}_XX.UTF-8`, one])])(
	'a Node that is too old, in a terminal of %s → refused in one sentence of its language',
	(terminal, locale) => {
		const pretend = 'Object.defineProperty(process.versions, "node", { value: "18.20.4" })';
		const { status, stderr } = spawnSync(
			process.execPath,
			['--import', `data:text/javascript,${pretend}`, 'src/cli/launch.mjs', 'start'],
			{ encoding: 'utf8', env: { ...process.env, LC_ALL: terminal } }
		);
		const said = words(
			'launch.nodeTooOld',
			{ wanted: '20.19', found: '18.20.4' },
			locale as Locale
		);
		expect([status, stderr]).toEqual([1, `${said}\n`]);
		expect(said).toContain('20.19');
	}
);

test('check → says how a file is read, and stores nothing', async () => {
	const data = folder();
	const { code, out } = await rubrique(['check', 'clics.csv', '--json', '--zone', 'Europe/Paris'], {
		here,
		env: { RUBRIQUE_DATA: data }
	});
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({
		encoding: 'utf-8',
		delimiter: ';',
		kind: 'clicks',
		columns: { address: 'Adresse e-mail', url: 'Lien', campaign: 'Campagne' },
		dates: { zone: 'Europe/Paris' },
		rows: 3,
		accepted: 2,
		rejected: [{ row: 4, code: 'badAddress' }]
	});
	expect(readdirSync(data)).toEqual([]);
});

test('parse of a folder → all issues read together, with what recurs among them; tables passed over', async () => {
	const folder = join(here, 'numeros');
	mkdirSync(folder);
	const list = (kind: string, n: number) =>
		`<ul>${['a', 'b'].map((s) => `<li><a href="https://example.org/${kind}/${s}${n}">${kind} ${s} of week ${n}</a></li>`).join('')}</ul>`;
	const shed = '<p>A word on <a href="https://example.org/s">sheds</a> and their roofs.</p>';
	for (const n of [1, 2, 3]) {
		const stories = n < 3 ? `<h3>News</h3>${list('Story', n)}` : '';
		writeFileSync(
			join(folder, `${n}.html`),
			`<title>Kiln #${n}</title><p>${'word '.repeat(20)}</p>${stories}<h3>From the shed</h3>${n < 3 ? list('Shed', n) : shed}`
		);
	}
	writeFileSync(join(folder, 'clics.csv'), clicks);
	writeFileSync(join(folder, 'x.eml'), 'From: a@example.org\nSubject: x\nMIME-Version: 1.0\n\n');

	const { code, out } = await run('parse', 'numeros', '--json');
	const results = JSON.parse(out) as {
		file: string;
		trouble?: string;
		sections?: { title: string }[];
	}[];
	expect(
		results.map(({ file, trouble, sections }) => [
			file,
			trouble ?? sections!.map(({ title }) => title)
		])
	).toEqual([
		['1.html', ['News', 'From the shed']],
		['2.html', ['News', 'From the shed']],
		['3.html', ['From the shed']],
		['x.eml', 'documentUnreadable']
	]);
	expect(code).toBe(1);
});

test('url → the page under which a link is counted', async () => {
	const { out } = await run(
		'url',
		'https://www.example.com/a/?utm_source=x',
		'mailto:a@example.org',
		'--json'
	);
	expect(JSON.parse(out)).toEqual([
		{
			input: 'https://www.example.com/a/?utm_source=x',
			target: 'https://www.example.com/a/?utm_source=x',
			canonical: 'https://example.com/a',
			wrapper: null
		},
		{
			input: 'mailto:a@example.org',
			target: 'mailto:a@example.org',
			canonical: null,
			wrapper: null
		}
	]);
});

test('import, import again, undo → figures as imported, unchanged, and gone again', async () => {
	const first = await run(
		'import',
		'clics.csv',
		'--publication',
		'lettre',
		'--zone',
		'Europe/Paris',
		'--json'
	);
	expect(first.code).toBe(0);
	const [receipt] = JSON.parse(first.out);
	expect(receipt).toMatchObject({
		state: 'done',
		publication: 'lettre',
		kind: 'clicks',
		rows: 3,
		accepted: 2,
		duplicate: 0,
		rejected: 1,
		skipped: 0
	});
	expect(receipt.matched + receipt.ambiguous + receipt.unmatched).toBe(2);

	// a path that leads nowhere leaves nothing behind
	expect((await run('import', 'nulle-part.csv', '--publication', 'vide')).code).toBe(1);
	expect((await run('topics', '--publication', 'vide')).code).not.toBe(0);

	const items = JSON.parse((await run('items', '--json')).out);
	expect(items).toMatchObject([{ clickers: 2, clicks: 2, provisional: true }]);

	const [again] = JSON.parse((await run('import', 'clics.csv', '--json')).out);
	expect(again).toMatchObject({ state: 'known', accepted: 0, duplicate: 2, rejected: 1 });
	expect(JSON.parse((await run('items', '--json')).out)).toEqual(items);
	expect(await run('verify', '--json')).toMatchObject({ code: 0 });

	expect((await run('undo', String(receipt.id))).code).toBe(0);
	expect(JSON.parse((await run('items', '--json')).out)).toEqual([]);
});

test('several publications and none named → an error that lists them', async () => {
	await run('import', 'clics.csv', '--publication', 'autre', '--zone', 'Europe/Paris');
	const { code, talk } = await run('topics', '--json');
	expect(code).toBe(2);
	expect(talk).toContain('autre, lettre');
	expect((await run('topics', '--publication', 'autre', '--json')).code).toBe(0);
});

test('topics agreement → ends with its answer: what it does not need is not read on behind it', async () => {
	const { code, talk } = await run('topics', 'agreement', '--publication', 'autre');
	expect([code, talk]).toEqual([0, '']);
});

test('a fee by month and costs by day → import asks before either counts, and flags answer', async () => {
	const head = 'Channel,From,To,Spend,Currency\n';
	writeFileSync(join(here, 'fee.csv'), `${head}Social,2025-05-01,2025-05-31,100.00,EUR\n`);
	writeFileSync(join(here, 'daily.csv'), `${head}Social,2025-05-03,2025-05-03,70.00,EUR\n`);
	const bring = (...more: string[]) =>
		run('import', ...more, '--yes', '--publication', 'fees', '--json');
	const spend = async () =>
		JSON.parse((await run('channels', '--publication', 'fees', '--json')).out)[0].spend;
	await bring('fee.csv');
	const asked = await bring('daily.csv');
	expect(asked.code).toBe(1);
	expect(JSON.parse(asked.out)[0].money).toEqual([{ code: 'held', n: 1 }]);
	expect(await spend()).toBe(10_000);
	expect((await bring('daily.csv', '--own-account')).code).toBe(0);
	expect(await spend()).toBe(17_000);
	expect((await bring('daily.csv', '--same-spend')).code).toBe(0);
	expect(await spend()).toBe(16_678);
});

test('spend of another ad account → import says that it replaces, and counts both once that is said', async () => {
	const spend = (amount: string) =>
		`Channel,From,To,Spend,Currency\nSocial,2025-05-01,2025-05-31,${amount},EUR\n`;
	writeFileSync(join(here, 'account-a.csv'), spend('100.00'));
	writeFileSync(join(here, 'account-b.csv'), spend('70.00'));
	const bring = (...more: string[]) =>
		run('import', ...more, '--yes', '--publication', 'accounts', '--json');
	await bring('account-a.csv');
	const second = await bring('account-b.csv');
	expect(second.code).toBe(0);
	expect(JSON.parse(second.out)[0].money).toContainEqual({ code: 'revises', n: 1 });
	const words = await run('import', 'account-b.csv', '--yes', '--publication', 'accounts');
	expect(words.out + words.talk).toContain('--own-account');
	const said = await run('channels', '--publication', 'accounts');
	expect(said.out + said.talk).toContain('account-b.csv');

	const own = await bring('account-b.csv', '--own-account');
	expect(JSON.parse(own.out)[0].money.map(({ code }: { code: string }) => code)).not.toContain(
		'revises'
	);
	const { out } = await run('channels', '--publication', 'accounts', '--json');
	expect(JSON.parse(out)[0]).toMatchObject({ channel: 'Social', spend: 17_000 });
});
