import { afterAll, beforeAll, expect, test } from 'vitest';
import { findNamed } from '#lib/server/figures/find.ts';
import { gardenFiles } from './garden.ts';
import { newWorkspace, type Workspace } from './publication.ts';

let workspace: Workspace;
const endings: (() => void)[] = [];
beforeAll(async () => {
	workspace = await newWorkspace((end) => endings.unshift(end));
	await workspace.take({
		...gardenFiles(1, 9),
		'depenses.csv': Buffer.from(
			'canal;début;fin;montant\nRéseaux sociaux;2025-01-01;2025-01-31;300\n'
		)
	});
});
afterAll(() => endings.forEach((end) => end()));

const find = async (asked: string) => findNamed(workspace.db, await workspace.publication(), asked);

test('nothing asked, or nothing but signs → nothing is found', async () => {
	for (const asked of ['', '   ', '--', '%', '_']) expect(await find(asked)).toEqual([]);
});

test('a number → the issue of that number, first', async () => {
	const [first] = await find('7');
	expect(first).toMatchObject({ kind: 'issue' });
	expect(first!.path).toMatch(/^\/issues\/\d+$/);
});

test('words in another order, without their accents → the same', async () => {
	expect(await find('SOCIAUX reseaux')).toEqual([
		{
			kind: 'channel',
			name: 'Réseaux sociaux',
			at: null,
			path: '/channels?channel=R%C3%A9seaux%20sociaux'
		}
	]);
});

test('an item’s words → the newest first, at most six of a kind', async () => {
	const items = (await find('a')).filter(({ kind }) => kind === 'item');
	expect(items.length).toBeGreaterThan(1);
	expect(items.length).toBeLessThanOrEqual(6);
	for (const { path, at } of items) {
		expect(path).toMatch(/^\/items\/\d+$/);
		expect(at).not.toBeNull();
	}
});

test('a pattern, a very long text → read as words', async () => {
	expect(await find('.*')).toEqual([]);
	expect(await find('x'.repeat(100_000))).toEqual([]);
});
