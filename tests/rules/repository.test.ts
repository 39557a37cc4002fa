import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands, inside } from '../../src/cli/commands.ts';

const isCheckout = existsSync('.git');
const ours = (isCheckout ? tracked() : []).filter(
	(file) => existsSync(file) && !/^(imports\/|drizzle\/|package-lock\.json$)/.test(file)
);

function tracked(): string[] {
	return execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean);
}

function isText(file: string): boolean {
	return /\.(ts|mjs|js|svelte|css|html|json|md|sql)$/.test(file);
}

test('a command → named in the README', () => {
	const readme = readFileSync('README.md', 'utf8');
	expect(Object.keys(commands).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('a verb of the command line → loads the command of that name', async () => {
	const verbs = Object.entries({ ...commands, ...inside });
	const loaded = await Promise.all(verbs.map(async ([, load]) => (await load()).name));
	expect(loaded).toEqual(verbs.map(([verb]) => verb));
});

test('a migration → later than the one before (an earlier one would be skipped silently), and its file is there', () => {
	const { entries } = JSON.parse(readFileSync('drizzle/meta/_journal.json', 'utf8')) as {
		entries: { when: number; tag: string }[];
	};
	const times = entries.map(({ when }) => when);
	expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
	expect(entries.filter(({ tag }) => !existsSync(`drizzle/${tag}.sql`))).toEqual([]);
});

test.skipIf(!isCheckout)('a text file → no path of the machine it was written on', () => {
	const strays = ours
		.filter(isText)
		.filter((file) =>
			/(^|[\s'"`(=])\/(work|root|Users|home\/(?!ana\b))\b/m.test(readFileSync(file, 'utf8'))
		);
	expect(strays).toEqual([]);
});

test('the lock file → no registry but the public one', () => {
	const hosts = readFileSync('package-lock.json', 'utf8').match(/"resolved": "https?:\/\/[^/"]+/g);
	const strays = new Set(hosts?.filter((host) => !host.endsWith('//registry.npmjs.org')));
	expect([...strays]).toEqual([]);
});

test.skipIf(!isCheckout)('a file of more than 250 lines → begins with a comment', () => {
	const strays = ours
		.filter((file) => /^(src|tests)\/.*\.(ts|mjs|svelte|css)$/.test(file))
		.filter((file) => !file.endsWith('.test.ts'))
		.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
		.filter(({ text }) => text.split('\n').length > 250 && !/^(\/\/|\/\*|<!--)/.test(text))
		.map(({ file, text }) => `${file}: ${text.split('\n').length}`);
	expect(strays).toEqual([]);
});
