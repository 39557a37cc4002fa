import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	joinNames,
	separateName,
	undoMoneyChange,
	undoableMoneyChange
} from '#lib/server/editing/money.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { currentFilters } from '#lib/server/figures/current-filters.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { everything } from '#lib/filters/filters.ts';
import { nameFigures } from '#lib/server/figures/names.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { latestAudits } from '#lib/server/store/people/audit.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// Spend that names a channel otherwise than the list of readers does, and what joining the two changes.

const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const month = (i: number) => `2026-0${(Math.floor(i / 3) % 3) + 1}`;

const files = {
	'abonnes.csv': text(
		'Email,Status,Joined,Source,utm_campaign',
		...Array.from(
			{ length: 30 },
			(_, i) =>
				`reader-${i}@example.org,active,${month(i)}-1${i % 9},${i % 3 ? 'facebook' : 'Site'},${i % 3 ? 'spring' : ''}`
		)
	),
	'depenses.csv': text(
		'Canal,Campagne,Du,Au,Montant (EUR)',
		'Facebook Ads,Spring ad,2026-01-01,2026-01-31,100.00',
		'Facebook Ads,Spring ad,2026-02-01,2026-02-28,60.00',
		'Radio,,2026-02-01,2026-02-28,40.00'
	),
	'partenaires.csv': text(
		'Partenaire,Numéro,Tarif (EUR)',
		'Acme SAS,No 1,300.00',
		'Bobine,No 1,200.00'
	)
};
const later = {
	'depenses-mars.csv': text(
		'Canal,Campagne,Du,Au,Montant (EUR)',
		'FACEBOOK ADS,Spring ad,2026-03-10,2026-03-20,20.00'
	)
};

let workspace: Workspace;
const actor = { by: null, now: 1 };
const names = async () => nameFigures(workspace.db, await workspace.publication());
const channels = async () => {
	const { channels } = await channelFigures(
		workspace.db,
		await workspace.publication(),
		everything,
		Date.now()
	);
	return channels.map(({ channel, spend, joined }) => ({ channel, spend, joined }));
};
const join = async (kind: 'channel' | 'campaign' | 'sponsor', from: string, to: string) =>
	joinNames(workspace.db, await workspace.publication(), { kind, from, to }, actor);

beforeAll(async () => {
	workspace = await newWorkspace(afterAll);
	for (const receipt of await workspace.take(files))
		expect(receipt).toMatchObject({ state: 'done', rejected: 0 });
});

test('spend without readers and readers without spend → listed side by side, with pairs and their reason', async () => {
	const { costing, bringing, pairs } = await names();
	expect(costing.map(({ kind, name, spend }) => [kind, name, spend])).toEqual([
		['channel', 'Facebook Ads', 16000],
		['channel', 'Radio', 4000],
		['campaign', 'Spring ad', 16000],
		['sponsor', 'Acme SAS', 30000],
		['sponsor', 'Bobine', 20000]
	]);
	expect(bringing.map(({ kind, name, brought }) => [kind, name, brought])).toEqual([
		['channel', 'facebook', 20],
		['channel', 'Site', 10],
		['campaign', 'spring', 20]
	]);
	expect(pairs).toEqual([
		{
			kind: 'channel',
			from: 'Facebook Ads',
			to: 'facebook',
			because: 'words',
			months: { n: 2, of: 2 }
		},
		{
			kind: 'campaign',
			from: 'Spring ad',
			to: 'spring',
			because: 'words',
			months: { n: 2, of: 2 }
		}
	]);
});

test('joined names → one in every figure and in later files, and apart again after undo', async () => {
	const before = await channels();
	await join('channel', 'Facebook Ads', 'facebook');
	await join('campaign', 'Spring ad', 'spring');
	expect(await channels()).toContainEqual({ channel: 'facebook', spend: 16000, joined: 20 });
	expect((await channels()).map(({ channel }) => channel)).not.toContain('Facebook Ads');
	expect(await names()).toMatchObject({
		costing: [{ name: 'Radio' }, { name: 'Acme SAS' }, { name: 'Bobine' }],
		pairs: [],
		joined: [
			{ kind: 'channel', name: 'Facebook Ads', to: 'facebook' },
			{ kind: 'campaign', name: 'Spring ad', to: 'spring' }
		]
	});

	const [march] = await workspace.take(later);
	expect(march).toMatchObject({ state: 'done', accepted: 1 });
	expect(await channels()).toContainEqual({ channel: 'facebook', spend: 18000, joined: 20 });
	await workspace.undo(march!.id);

	// a page that was kept under the old name shows the same readers
	const of = async (channel: string) =>
		(
			await audienceFigures(
				workspace.db,
				await workspace.publication(),
				{ ...everything, channel },
				Date.now()
			)
		).joined;
	expect(await of('Facebook Ads')).toBe(20);

	const audits = await latestAudits(workspace.db, (await workspace.publication()).id, 'money');
	expect(audits.map(({ action, details }) => [action, details?.from])).toEqual([
		['money.join', 'Spring ad'],
		['money.join', 'Facebook Ads']
	]);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await channels()).toEqual(before);
	expect((await names()).joined).toEqual([]);
});

test('an undo that names a change which is not the last any more → refused, and nothing is undone', async () => {
	const publication = await workspace.publication();
	const last = async () => (await undoableMoneyChange(workspace.db, publication))!.id;
	await join('channel', 'Radio', 'Site');
	const joined = await last();
	await separateName(workspace.db, publication, { kind: 'channel', name: 'Radio' }, actor);
	const separated = await last();

	const undo = (of: number) => undoMoneyChange(workspace.db, publication, actor, of);
	await expect(undo(joined)).rejects.toMatchObject({ code: 'undoMovedOn' });
	await undo(separated);
	// a second press of the same button
	await expect(undo(separated)).rejects.toMatchObject({ code: 'undoMovedOn' });
	expect((await names()).joined.map(({ name }) => name)).toContain('Radio');
	await undo(joined);
	expect((await names()).joined.map(({ name }) => name)).not.toContain('Radio');
});

test('an address that names a joined channel → means the one that it counts as, until undone', async () => {
	const means = async (channel: string) => {
		const publication = await workspace.publication();
		return (await currentFilters(workspace.db, publication, { ...everything, channel })).channel;
	};
	expect(await means('radio')).toBe('radio');
	await join('channel', 'Radio', 'Site');
	expect(await means('RADIO')).toBe('Site');
	await undoMoneyChange(workspace.db, await workspace.publication(), actor);
	expect(await means('radio')).toBe('radio');
});

test('joined names joined again → they follow, never in a circle, and each can be separated', async () => {
	await join('channel', 'Facebook Ads', 'Meta');
	await join('channel', 'Meta', 'facebook');
	expect((await names()).joined.map(({ to }) => to)).toEqual(['facebook', 'facebook']);
	await expect(join('channel', 'facebook', 'facebook ads')).rejects.toMatchObject({
		code: 'sameName'
	});
	await expect(join('channel', '', 'x')).rejects.toMatchObject({ code: 'noName' });
	// somebody else said otherwise meanwhile; the same twice is no harm
	await expect(join('channel', 'Facebook Ads', 'Radio')).rejects.toMatchObject({
		code: 'joinedOtherwise',
		details: { name: 'Facebook Ads', other: 'facebook' }
	});
	await join('channel', 'facebook ads', 'Meta');
	const separate = async (name: string) =>
		separateName(workspace.db, await workspace.publication(), { kind: 'channel', name }, actor);
	await separate('META');
	await expect(separate('Meta')).rejects.toMatchObject({ code: 'noSuchName' });
	expect(await channels()).toContainEqual({ channel: 'Meta', spend: 16000, joined: 0 });
	await separate('Facebook Ads');
});

test('joined sponsors → one sponsor', async () => {
	await join('sponsor', 'Acme SAS', 'Bobine');
	const { placements } = await sponsorFigures(
		workspace.db,
		await workspace.publication(),
		everything
	);
	expect(placements.map(({ sponsor }) => sponsor)).toEqual(['Bobine', 'Bobine']);
});
