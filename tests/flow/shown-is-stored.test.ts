import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { checkSource } from '#lib/server/ingest/reading/read.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { bytes } from '../simulate/sample/table.ts';
import { newWorkspace, written, type Workspace } from './publication.ts';

const day = Date.UTC(2024, 4, 13);

/** A row: its reader, its minute, its link, what happened, and how it is broken, if it is. */
const row = fc.record({
	reader: fc.nat(6),
	minute: fc.nat(4000),
	link: fc.nat(3),
	event: fc.constantFrom('open', 'click', 'unsubscribe', 'delivery', 'other'),
	fault: fc.oneof(
		{ weight: 12, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.constantFrom('address', 'time', 'link', 'blank', 'short') }
	)
});

type Row = typeof row extends fc.Arbitrary<infer Found> ? Found : never;

/** Headers and words of three languages; each writes dates in its own way. */
const tongues = {
	en: {
		headers: ['Email', 'Event', 'Time', 'Link', 'Campaign', 'Opened at', 'Clicked at', 'Clicks'],
		list: ['Status', 'Subscribed at'],
		states: ['Subscribed', 'Unsubscribed', 'Bounced'],
		events: { open: 'Opened', click: 'Clicked', unsubscribe: 'Unsubscribed', delivery: 'Delivered' }
	},
	fr: {
		headers: [
			'E-mail',
			'Événement',
			'Horodatage',
			'Lien',
			'Campagne',
			'Ouvert le',
			'Cliqué le',
			'Clics'
		],
		list: ['Statut', 'Date d’inscription'],
		states: ['Inscrit', 'Désabonné', 'NPAI'],
		events: { open: 'Ouverture', click: 'Clic', unsubscribe: 'Désabonnement', delivery: 'Livré' }
	},
	de: {
		headers: [
			'E-Mail',
			'Ereignis',
			'Zeitpunkt',
			'Link',
			'Kampagne',
			'Geöffnet am',
			'Geklickt am',
			'Klicks'
		],
		list: ['Status', 'Angemeldet am'],
		states: ['Angemeldet', 'Abgemeldet', 'Bounce'],
		events: {
			open: 'Geöffnet',
			click: 'Geklickt',
			unsubscribe: 'Abgemeldet',
			delivery: 'Zugestellt'
		}
	}
} as const;

const table = fc.record({
	shape: fc.constantFrom('events', 'opens', 'clicks', 'links', 'list'),
	tongue: fc.constantFrom('en', 'fr', 'de'),
	delimiter: fc.constantFrom(',', ';', '\t'),
	format: fc.constantFrom('iso', 'utc', 'european'),
	order: fc.constantFrom(false, true),
	rows: fc.array(row, { minLength: 4, maxLength: 30 })
});

type Table = typeof table extends fc.Arbitrary<infer Found> ? Found : never;

function cellsOf({ shape, tongue, format }: Table, row: Row, campaign: string): string[] {
	const { events, states } = tongues[tongue];
	const { fault } = row;
	const address = fault === 'address' ? 'nobody' : `reader-${row.reader}@example.com`;
	const at = new Date(day + row.minute * 60_000).toISOString();
	const written = {
		iso: at.slice(0, 19).replace('T', ' '),
		utc: at,
		european: `${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}`
	}[format];
	const time = fault === 'time' ? 'soon' : written;
	const url = fault === 'link' ? 'n/a' : `https://example.com/${row.link}`;
	const word = row.event === 'other' ? 'Forwarded' : events[row.event];
	const link = row.event === 'click' ? url : '';
	const cells = {
		events: [address, word, time, link, campaign],
		opens: [address, time, campaign],
		clicks: [address, time, url, campaign],
		links: [url, String(row.minute), campaign],
		list: [address, states[row.reader % 3]!, time]
	}[shape];
	if (fault === 'blank') return cells.map(() => '');
	return fault === 'short' ? cells.slice(0, 1) : cells;
}

function fileOf(one: Table, campaign: string): string {
	const { headers, list } = tongues[one.tongue];
	const [email, event, time, link, send, opened, clicked, clicks] = headers;
	const header = {
		events: [email, event, time, link, send],
		opens: [email, opened, send],
		clicks: [email, clicked, link, send],
		links: [link, clicks, send],
		list: [email, ...list]
	}[one.shape];
	const lines = [header, ...one.rows.map((row) => cellsOf(one, row, campaign))];
	const own = one.order
		? lines.map((cells) => (cells.length > 1 ? cells.toReversed() : cells))
		: lines;
	return own.map((cells) => cells.join(one.delimiter)).join('\n') + '\n';
}

/** Facts that an import holds, by their kind, with the first and last instant, UTC seconds. */
async function storedBy(workspace: Workspace, id: number) {
	const counts: Record<string, number> = {};
	let [first, last] = [Infinity, -Infinity];
	for (const kind of ['open', 'click', 'delivery', 'unsubscribe', 'bounce', 'complaint']) {
		const [row] = await workspace.db.all<{
			n: number;
			first: number | null;
			last: number | null;
		}>(sql`
			SELECT count(*) AS n, min(e.day * 86400 + e.second) AS first, max(e.day * 86400 + e.second) AS last
			FROM ${sql.identifier(`${kind}_event`)} e JOIN provenance p ON p.id = e.provenance_id
			WHERE p.imports LIKE ${`%,${id},%`}`);
		if (row!.n > 0) counts[kind] = row!.n;
		first = Math.min(first, row!.first ?? Infinity);
		last = Math.max(last, row!.last ?? -Infinity);
	}
	return { counts, first, last };
}

test('whatever table → what its reading says is what is stored of it', async () => {
	const workspace = await newWorkspace();
	let nth = 0;
	let done = 0;

	await fc.assert(
		fc.asyncProperty(table, async (one) => {
			const campaign = `Lettre ${++nth}`;
			const text = fileOf(one, campaign);
			const path = join(written({ [`export-${nth}.csv`]: bytes(text) }), `export-${nth}.csv`);
			const source = bytesInMemory(basename(path), readFileSync(path));
			const now = Date.now();
			const checked = await checkSource(source, {
				map: null,
				zone: 'Europe/Paris',
				now,
				about: {}
			}).catch(() => null);
			const context = await workspace.context({
				zone: 'Europe/Paris',
				spool: spoolFolder(workspace.data)
			});
			const [receipt] = await importPaths(context, [path]);

			if (checked === null || checked.doubts.some(({ waits }) => waits)) {
				expect(receipt!.state).toBe('question');
				const asked = (doubts: { code: string; waits: boolean }[]) =>
					doubts
						.flatMap(({ code, waits }) => (waits && code !== 'kindUnknown' ? [code] : []))
						.sort();
				expect(asked(receipt!.doubts)).toEqual(asked(checked?.doubts ?? []));
				return;
			}
			expect(receipt!.state).toBe('done');
			done++;
			const { kind, rows, accepted, skipped } = checked;
			expect(receipt).toMatchObject({ kind, rows, skipped, rejected: checked.rejected.length });
			expect(receipt!.accepted + receipt!.duplicate).toBe(accepted);

			const [card] = receipt!.readings;
			expect(card!.columns).toEqual(checked.columns);
			expect(card!.unused).toEqual(checked.unused);
			expect(card!.dates).toEqual(checked.dates);
			expect(card!.words).toEqual(checked.words);

			const { counts, first, last } = await storedBy(workspace, receipt!.id);
			if (['events', 'opens', 'clicks'].includes(one.shape)) {
				const stored = Object.values(counts).reduce((sum, n) => sum + n, 0);
				expect(stored).toBe(receipt!.accepted);
				if (stored > 0)
					expect([first, last]).toEqual(
						[card!.dates.first!, card!.dates.last!].map((at) => Math.floor(at / 1000))
					);
			}
			if (one.shape === 'events') {
				const meanings = Object.values(card!.words).flat();
				const said = new Map<string, number>();
				for (const { means, rows } of meanings)
					if (means !== null && means !== 'other' && means !== 'refused')
						said.set(means, (said.get(means) ?? 0) + rows);
				const total = [...said.values()].reduce((sum, n) => sum + n, 0);
				expect(total).toBe(receipt!.accepted + receipt!.duplicate);
				expect(new Set(Object.keys(counts))).toEqual(new Set(said.keys()));
				for (const [event, n] of Object.entries(counts))
					expect(n).toBeLessThanOrEqual(said.get(event)!);
			}
		}),
		{ numRuns: 40 }
	);
	// most of them are no question
	expect(done).toBeGreaterThan(10);
});
