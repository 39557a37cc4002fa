import { expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { publicationOf } from '#lib/server/figures/publications.ts';
import { bytes, table } from '../simulate/sample/table.ts';
import { changeRetention } from '#lib/server/editing/privacy.ts';
import { retain } from '#lib/server/ingest/retain.ts';
import { combinations } from './canal.ts';
import { newWorkspace, type Workspace } from './publication.ts';

/** A letter as its service exports it, under a campaign's id and name. */
const letter = (id: number, name: string, title: string, stories: number[]) => ({
	[`88123/campaigns_content/${id}_${name}.html`]: bytes(
		`<html><head><title>${title}</title></head><body><h1>${title}</h1>${stories
			.map(
				(n) =>
					`<h2>L’histoire ${n} du canal</h2><p>Quelques mots de plus sur ce sujet.</p>` +
					`<p><a href="https://example.com/histoire-${n}">Lire la suite</a></p>`
			)
			.join('')}</body></html>`
	),
	[`88123/granular_activity/clicks/${id}_${name}.csv`]: bytes(
		table(
			['Timestamp', 'IP', 'Email', 'Url'],
			stories.map((n) => [
				`2026-01-0${n % 9} 09:00:00`,
				'192.0.2.1',
				`r${n}-${id}@example.org`,
				`https://example.com/histoire-${n}`
			])
		)
	)
});

async function versionsIn(workspace: Workspace) {
	const publication = await publicationOf(workspace.db, 'canal');
	return (await issueListFigures(workspace.db, publication, everything)).versions;
}

test('an A/B test exported as two campaigns with a document each → one issue, two versions', async () => {
	const files = {
		...letter(1001012, 'canal-12-version-a', 'Le canal : les ponts de mai', [1, 2, 3]),
		...letter(1002012, 'canal-12-version-b', 'Le canal : quel pont est le vôtre ?', [1, 2, 3])
	};
	for (const order of [Object.entries(files), Object.entries(files).reverse()]) {
		const workspace = await newWorkspace();
		await workspace.take(Object.fromEntries(order));
		expect(await workspace.issues()).toHaveLength(1);
		expect((await workspace.issues())[0]).toMatchObject({ items: 3 });
		const versions = await versionsIn(workspace);
		expect(versions.map(({ version }) => version)).toEqual([
			'canal 12 version a',
			'canal 12 version b'
		]);
		// nothing tells to how many each went
		expect(versions[0]).toMatchObject({ clickers: 3, delivered: null, lift: null, enough: false });
		expect(await workspace.differences()).toEqual([]);
	}
});

test('campaigns copied from week to week, each with stories of its own → as many issues, no versions', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...letter(1001012, 'la-lettre', 'La lettre', [1, 2, 3]),
		...letter(1002012, 'la-lettre-copy', 'La lettre', [4, 5, 6]),
		...letter(1003012, 'la-lettre-copy-02', 'La lettre', [7, 8])
	});
	expect(await workspace.issues()).toHaveLength(3);
	expect(await versionsIn(workspace)).toEqual([]);
});

test('a report of counts by version → their rates, and never called clear as bots may be among them', async () => {
	const workspace = await newWorkspace();
	await workspace.take({ 'ab_campaign_report.csv': combinations(96) });
	const [a, b] = await versionsIn(workspace);
	expect(a).toMatchObject({
		number: 12,
		subject: 'Les ponts de mai',
		delivered: 498,
		clickers: 40
	});
	expect(b).toMatchObject({ subject: 'Quel pont est le vôtre ?', delivered: 497, clickers: 96 });
	expect(b!.why).toBe('countsOnly');
	expect(b!.low).toBeGreaterThan(1);
	expect(a!.lift! * b!.lift!).toBeCloseTo(1, 6);
});

test('a reminder sent days later under a name of its own → no version of a test', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		'campagnes.csv': bytes(
			[
				'Campaign,Subject,Sent at,Delivered,Unique clicks',
				'Canal #12,Les ponts de mai,2026-05-02 10:00,500,40',
				'Canal #12 (relance),Les ponts de mai,2026-05-04 10:00,300,10'
			].join('\n')
		)
	});
	expect(await versionsIn(workspace)).toEqual([]);
});

test('an issue that has forgotten its readers → its versions as they were', async () => {
	const workspace = await newWorkspace();
	await workspace.take({
		...letter(1001012, 'canal-12-version-a', 'Le canal : les ponts de mai', [1, 2, 3]),
		...letter(1002012, 'canal-12-version-b', 'Le canal : quel pont est le vôtre ?', [1, 2, 3])
	});
	const before = await versionsIn(workspace);
	expect(before.map(({ clickers }) => clickers)).toEqual([3, 3]);

	const actor = { by: null, now: Date.UTC(2027, 0, 1) };
	await changeRetention(workspace.db, await workspace.publication(), 6, actor);
	const { issues } = await retain(workspace.db, await workspace.publication(), actor);
	expect(issues).toBe(1);
	expect(await versionsIn(workspace)).toEqual(before);
});
