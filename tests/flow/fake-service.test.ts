import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'svelte/server';
import { beforeAll, expect, test } from 'vitest';
import { recognisers } from '#lib/providers/known.ts';
import { eventPlan } from '#lib/providers/plans/event-plan.ts';
import type { Recogniser } from '#lib/providers/recogniser.ts';
import { services, type Service } from '#lib/providers/services.ts';
import { tempFolder } from './publication.ts';

// A service that is declared, with what recognises its files, is one wherever services are.

beforeAll(() => {
	(services as Service[]).push({
		id: 'postwagen',
		name: 'Postwagen',
		exportPath: 'Dispatches → a dispatch → Activity → Export'
	});
	(recognisers as Recogniser[]).push(
		eventPlan({
			provider: 'postwagen',
			zone: { known: 'UTC' },
			signature: ['dispatch no', 'happened', 'happened at', 'recipient mail'],
			columns: {
				at: 'happened at',
				event: 'happened',
				address: 'recipient mail',
				campaign: 'dispatch no',
				url: 'target address'
			},
			words: { unwrapped: 'open', followed: 'click' }
		})
	);
	return () => {
		(services as Service[]).pop();
		(recognisers as Recogniser[]).pop();
	};
});

const rows = [
	'Dispatch no,Recipient mail,Happened,Happened at,Target address',
	'77,ines@example.com,followed,2024-05-02 08:12:05,https://example.org/pont',
	'77,paul@example.net,unwrapped,2024-05-02 09:30:00,'
];

test('a file of it → recognised, read in its words, and called by its name in a terminal', async () => {
	const { checkFile } = await import('#lib/server/ingest/reading/read.ts');
	const { cardLines } = await import('../../src/cli/card-lines.ts');
	const file = join(tempFolder(), 'postwagen-activity.csv');
	writeFileSync(file, rows.join('\n'));
	const card = await checkFile(file, { map: null, zone: null, about: {}, now: 0 });
	expect(card).toMatchObject({ provider: 'postwagen', kind: 'events', accepted: 2 });
	expect(cardLines(card, [], 'en').join('\n')).toContain('Postwagen');
});

test('the page of imports and the documentation → say where its export is', async () => {
	const { default: Exports } =
		await import('../../src/routes/p/[publication]/imports/Exports.svelte');
	const { servicesTable } = await import('../rules/docs/services.ts');
	const { serviceName } = await import('#lib/providers/services.ts');
	const { body } = render(Exports, { props: { services } as never });
	for (const text of [body, servicesTable(({ money }) => !money)]) {
		expect(text).toContain('Postwagen');
		expect(text).toContain('Dispatches → a dispatch → Activity → Export');
	}
	expect(servicesTable(() => true)).toMatch(/\| Postwagen \|[^|]*\| events \|/);
	expect(serviceName('postwagen')).toBe('Postwagen');
});

test('a file called after it alone → names no send', async () => {
	const { namesSend } = await import('#lib/providers/names-send.ts');
	expect(namesSend('postwagen-clicks.csv')).toBe(false);
});
