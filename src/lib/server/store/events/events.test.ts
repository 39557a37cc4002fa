import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../../../../../tests/flow/empty-database.ts';
import { clientId } from './clients.ts';
import { readEvents, storeEvents, writeVerdicts, type EventColumns } from './events.ts';
import type { Db } from '../sql/open.ts';
import { Origins, setsWithout } from './provenance.ts';
import { withdrawEvents } from './withdraw-events.ts';

let db: Db;
let close = () => {};

/** Goes on with an empty database. */
async function beginAnew() {
	close();
	({ db, close } = await emptyDatabase());
}

beforeEach(beginAnew);
afterAll(() => close());

type Click = [send: number, url: number, day: number, reader: number, second: number];

function columns(clicks: readonly Click[]): EventColumns {
	const column = (i: number) => clicks.map((click) => click[i]!);
	return {
		send: column(0),
		url: column(1),
		day: column(2),
		reader: column(3),
		second: column(4),
		client: clicks.map(() => 1)
	};
}

const store = (importId: number, clicks: readonly Click[]) =>
	storeEvents(db, 'click', new Origins(db, importId), columns(clicks), clicks.length);

const all = () =>
	db.all(
		sql`SELECT send_id, url_id, day, reader_id, second FROM click_event ORDER BY 1, 2, 3, 4, 5`
	);

test('an event that stands twice in its file, or in another too → stored once, counted as such', async () => {
	const a: Click = [1, 1, 20_000, 7, 60];
	const b: Click = [1, 2, 20_000, -1, 61];

	expect(await store(1, [a, a, b])).toEqual({ added: 2, known: 0, repeated: 1 });
	expect(await store(2, [a, [1, 1, 20_000, 8, 60]])).toEqual({ added: 1, known: 1, repeated: 0 });
	expect(await store(2, [a])).toEqual({ added: 0, known: 0, repeated: 1 });
});

test('undo of an import → exactly what no other import brought is removed', async () => {
	await store(1, [
		[1, 1, 20_000, 1, 0],
		[1, 1, 20_000, 2, 0]
	]);
	const before = await all();
	await store(2, [
		[1, 1, 20_000, 2, 0],
		[1, 1, 20_000, 3, 0]
	]);

	await withdrawEvents(db, [1], await setsWithout(db, 2));
	expect(await all()).toEqual(before);
	await withdrawEvents(db, [1], await setsWithout(db, 1));
	expect(await all()).toEqual([]);
});

test('any two overlapping files, in either order → the union; undo of the second → the first', async () => {
	const click = fc.tuple(
		fc.integer({ min: 1, max: 2 }),
		fc.integer({ min: 1, max: 3 }),
		fc.integer({ min: 19_999, max: 20_000 }),
		fc.integer({ min: -1, max: 3 }),
		fc.integer({ min: 0, max: 2 })
	);
	await fc.assert(
		fc.asyncProperty(fc.array(click), fc.array(click), async (first, second) => {
			await beginAnew();
			await store(1, first);
			const one = await all();
			await store(2, second);
			const union = await all();
			await withdrawEvents(db, [1, 2], await setsWithout(db, 2));
			expect(await all()).toEqual(one);

			await beginAnew();
			const { added } = await store(2, second);
			const again = await store(1, first);
			expect(await all()).toEqual(union);
			expect(added + again.added).toBe(union.length);
			expect(again.added + again.known + again.repeated).toBe(first.length);
		}),
		{ numRuns: 15 }
	);
});

test('verdicts written beside events → kept, the events untouched', async () => {
	await store(1, [
		[1, 1, 20_000, 1, 5],
		[1, 1, 20_000, 2, 5]
	]);
	const events = await readEvents(db, 'click', 1);
	await writeVerdicts(db, 'click', 1, events, Uint8Array.of(0, 3));

	const judged = await readEvents(db, 'click', 1);
	expect([...judged.verdict]).toEqual([0, 3]);
	expect([...judged.at]).toEqual([20_000 * 86_400 + 5, 20_000 * 86_400 + 5]);
});

test('three files with clients of the same events → the same client in any order; undo → as before', async () => {
	const clients = [
		{ machine: false, agent: 'unknown', device: '', country: '' },
		{ machine: false, agent: 'browser', device: 'mobile', country: 'FR' },
		{ machine: true, agent: 'unknown', device: '', country: '' },
		{ machine: false, agent: 'unknown', device: '', country: 'DE' }
	] as const;
	type Said = [reader: number, client: number];
	const file = fc.uniqueArray(
		fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 3 })),
		{ selector: ([reader]) => reader }
	);
	const words = () =>
		db.all(sql`
			SELECT e.reader_id, c.machine, c.agent, c.device, c.country
			FROM click_event e JOIN client c ON c.id = e.client_id ORDER BY 1`);
	async function take(importId: number, said: readonly Said[]) {
		const ids: number[] = [];
		for (const [, client] of said) ids.push(await clientId(db, clients[client]!));
		const clicks = said.map(([reader]): Click => [1, 1, 20_000, reader, 0]);
		const all = { ...columns(clicks), client: ids };
		await storeEvents(db, 'click', new Origins(db, importId), all, said.length);
	}

	await fc.assert(
		fc.asyncProperty(fc.tuple(file, file, file), async ([a, b, c]) => {
			await beginAnew();
			await take(1, a);
			await take(2, b);
			const two = await words();
			await take(3, c);
			const three = await words();
			await withdrawEvents(db, [1], await setsWithout(db, 3));
			expect(await words()).toEqual(two);

			await beginAnew();
			await take(1, c);
			await take(2, b);
			await take(3, a);
			expect(await words()).toEqual(three);
			await withdrawEvents(db, [1], await setsWithout(db, 1));
			expect(await words()).toEqual(two);
		}),
		{ numRuns: 25 }
	);
});
