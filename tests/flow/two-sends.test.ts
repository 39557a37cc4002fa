import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import { newWorkspace } from './publication.ts';

const start = (n: number) => Date.UTC(2025, 0, 2 + 7 * n, 7);
const iso = (at: number) => new Date(at).toISOString();
const day = (n: number) => iso(start(n)).slice(0, 10);

const document = (n: number) =>
	Buffer.from(`---
title: "Les quais #${n}"
number: ${n}
date: ${day(n)}
---

## Nouvelles

### [L’écluse est encore fermée ${n}](https://example.com/a-${n})

Jusqu’au printemps, et même un peu après.

### [Le pont chante encore ${n}](https://example.com/b-${n})

Dans le vent du matin comme dans celui du soir.
`);

/** Half of the list gets one subject, half another; whoever did not open gets it again the next day. */
const halves = (n: number) => [
	{ id: `${n}1`, subject: `Les quais #${n}`, at: start(n), delivered: 400 },
	{
		id: `${n}2`,
		subject: `L’écluse, le pont, la crue (#${n})`,
		at: start(n) + 60_000,
		delivered: 410
	},
	{ id: `${n}3`, subject: `Les quais #${n} (relance)`, at: start(n) + DAY, delivered: 500 }
];

function exports(issues: number) {
	const sends = ['campaign id;name;subject;sent at;delivered'];
	const views = [
		'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,created_at'
	];
	const clicks = [
		'campaign_id,campaign_uuid,campaign_name,subscriber_id,subscriber_uuid,email,subscriber_name,url,created_at'
	];
	for (let n = 1; n <= issues; n++)
		for (const [half, { id, subject, at, delivered }] of halves(n).entries()) {
			sends.push([id, subject, subject, iso(at), delivered].join(';'));
			const open = (reader: string, after: number) =>
				views.push(`${id},u-${id},"${subject}",1,u-1,${reader},,${iso(at + after)}`);
			const click = (reader: string, page: string, after: number) =>
				clicks.push(
					`${id},u-${id},"${subject}",1,u-1,${reader},,https://example.com/${page}-${n},${iso(at + after)}`
				);
			// of two readers behind a proxy each is in one half or the other, as it falls
			if (half < 2) open(`proxy${(n + half) % 2}@example.org`, 60_000);
			open(`r${half}@example.org`, 3_600_000 + n * 61_000);
			click(`r${half}@example.org`, 'a', 3_660_000 + n * 61_000);
			// got both, and clicked in both, once on the same item
			if (half !== 1) {
				open('both@example.org', 7_200_000 + n * 67_000);
				click('both@example.org', 'a', 7_260_000 + n * 67_000);
			}
		}
	return {
		'campaigns.csv': Buffer.from(sends.join('\n')),
		'campaign_views.csv': Buffer.from(views.join('\n')),
		'campaign_clicks.csv': Buffer.from(clicks.join('\n'))
	};
}

test.each([
	['documents first', (files: [string, Buffer][]) => files],
	['documents last', (files: [string, Buffer][]) => files.toReversed()]
])('halves of a list and a second message → one issue, counted once: %s', async (_, order) => {
	const workspace = await newWorkspace();
	const documents = Array.from({ length: 8 }, (_, i): [string, Buffer] => [
		`${day(i + 1)}_quais.md`,
		document(i + 1)
	]);
	await workspace.take(Object.fromEntries(order([...documents, ...Object.entries(exports(8))])));

	const issues = await workspace.issues();
	expect(issues).toHaveLength(8);
	for (const issue of issues) {
		expect(issue).toMatchObject({
			hasDocument: true,
			sentAt: start(issue.number!),
			// halves are added; the second message went to readers who are counted already
			delivered: 810,
			basis: 'count',
			// three readers and the one who got both, who counts once and clicked twice
			clickers: 4,
			clicks: 5,
			allOpeners: 6,
			matchedClicks: 5
		});
		expect(issue.rate).toBeCloseTo(4 / 810, 10);
	}
	// once there are enough issues to tell: neither reader behind a proxy counts as an opener
	expect(issues.find(({ number }) => number === 8)!.humanOpeners).toBe(4);

	const items = await workspace.items();
	expect(items).toHaveLength(16);
	for (const item of items)
		expect(item).toMatchObject(
			item.position === 1 ? { clickers: 4, clicks: 5 } : { clickers: 0, clicks: 0 }
		);
	expect(await workspace.differences()).toEqual([]);
});

test('two lists known by counts alone → added, and so are their clicks', async () => {
	const workspace = await newWorkspace();
	const rows = [1, 2, 3].flatMap((n) => [
		`Les quais #${n} (A),${iso(start(n))},400,40,60`,
		`Les quais #${n} (B),${iso(start(n))},300,20,30`
	]);
	await workspace.take({
		'campagnes.csv': Buffer.from(
			['campaign,sent at,delivered,unique clicks,total clicks', ...rows].join('\n')
		)
	});
	const issues = await workspace.issues();
	expect(issues).toHaveLength(3);
	for (const issue of issues)
		expect(issue).toMatchObject({ delivered: 700, clickers: 60, clicks: 90, layer: 'issue' });
	expect(await workspace.differences()).toEqual([]);
});

test('an export fetched again, which the browser calls a copy → one send, and what both have counts once', async () => {
	const workspace = await newWorkspace();
	const row = (n: number) => `r${n}@example.com,2025-03-04 08:0${n}:00,https://example.com/a\n`;
	const file = (n: number) =>
		Buffer.from(`EmailAddress,Date,URL\n${Array.from({ length: n }, (_, i) => row(i)).join('')}`);
	await workspace.take({ 'Lettre 12 - clics.csv': file(3) });
	await workspace.take({ 'Lettre 12 - clics (1).csv': file(5) });
	expect(await workspace.issues()).toMatchObject([{ number: 12, clickers: 5, clicks: 5 }]);
});
