import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readersOf } from '#lib/server/figures/audience/readers.ts';
import { newWorkspace } from './publication.ts';

const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

const files = {
	// before anybody left, from a service with a channel of its own spelling
	'2026-01-subscribers.csv': text(
		'Email,Status,Joined,Source,utm_campaign',
		'ana@example.org,active,2026-01-03,Site,winter',
		'bo@example.org,active,2026-01-05,SITE ,',
		'cy@acme.example.com,active,2026-01-07,Salon,'
	),
	// the publisher's own, with those who left
	'abonnes.csv': text(
		"Adresse e-mail;Date d'inscription;Date de désinscription;Canal;Statut",
		'ana@example.org;03/01/2026;20/02/2026;site;Désabonné',
		'bo@example.org;05/01/2026;;site;Abonné',
		'cy@acme.example.com;07/01/2026;;Salon;Abonné',
		'di@example.org;25/02/2026;;;Abonné'
	),
	'desinscriptions.csv': text(
		'Email,Date,Event,Campaign',
		'cy@acme.example.com,2026-03-02T10:00:00Z,unsubscribed,Lettre 9'
	)
};

/** What is known of each reader, without saying who they are. */
async function known(workspace: Awaited<ReturnType<typeof newWorkspace>>) {
	const { joined, left, channel, campaign, length } = await readersOf(
		workspace.db,
		await workspace.publication()
	);
	const day = (at: number) => (Number.isNaN(at) ? null : new Date(at).toISOString().slice(0, 10));
	return Array.from({ length }, (_, i) => ({
		joined: day(joined[i]! + 7_200_000),
		left: day(left[i]! + 7_200_000),
		channel: channel.names[channel.of[i]!] ?? null,
		campaign: campaign.names[campaign.of[i]!] ?? null
	})).sort((a, b) => (a.joined! < b.joined! ? -1 : 1));
}

test('lists and events in any order → one state of each reader, also after an undo', async () => {
	const names = Object.keys(files) as (keyof typeof files)[];
	await fc.assert(
		fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
			const workspace = await newWorkspace();
			for (const name of order) await workspace.take({ [name]: files[name] });

			expect(await known(workspace)).toEqual([
				{ joined: '2026-01-03', left: '2026-02-20', channel: 'site', campaign: 'winter' },
				{ joined: '2026-01-05', left: null, channel: 'site', campaign: null },
				{ joined: '2026-01-07', left: '2026-03-02', channel: 'Salon', campaign: null },
				{ joined: '2026-02-25', left: null, channel: null, campaign: null }
			]);
			expect(await workspace.differences()).toEqual([]);

			// taken back to the digit
			const unsubscribes = (await workspace.receipts()).find(({ kind }) => kind === 'events');
			await workspace.undo(unsubscribes!.id);
			expect((await known(workspace)).map(({ left }) => left)).toEqual([
				'2026-02-20',
				null,
				null,
				null
			]);
			expect(await workspace.differences()).toEqual([]);
		}),
		{ numRuns: 4 }
	);
});
