import { expect, test } from 'vitest';
import type { Sending } from './send.ts';
import { listedSendings, sendingCounts } from './sending-counts.ts';

const file = (state: Sending['state'], more: Partial<Sending> = {}): Sending => ({
	name: 'a.csv',
	size: 999,
	sent: 0,
	state,
	why: '',
	id: null,
	...more
});

test('files in every state → each is counted once, and sent ones by what the server made of them', () => {
	const sendings = [
		file('waiting'),
		file('sending', { sent: 0.5 }),
		file('failed'),
		file('stopped'),
		...[1, 2, 3, 4, 5, 6].map((id) => file('taken', { id }))
	];
	const imports = [
		{ id: 1, state: 'running', trouble: null },
		{ id: 2, state: 'done', trouble: null },
		{ id: 3, state: 'question', trouble: null },
		{ id: 4, state: 'failed', trouble: { code: 'importStopped', params: {} } }
	] as unknown as Parameters<typeof sendingCounts>[1];

	expect(sendingCounts(Object.freeze(sendings), imports, new Set([5]))).toMatchObject({
		waiting: 1,
		sending: 1,
		reading: 1,
		question: 1,
		failed: 1,
		stopped: 2,
		unsent: 2,
		// the one done, and an archive whose files have numbers of their own
		read: 2,
		known: 1
	});
});

test('a large file and a small one → the bar is of bytes, and what is stopped stays unsent', () => {
	const sendings = [
		file('taken', { id: 1, size: 99 }),
		file('waiting', { size: 299 }),
		file('stopped', { size: 599, sent: 0.9 })
	];
	expect(sendingCounts(sendings, [], new Set()).share).toBe(0.1);
	expect(sendingCounts([file('stopped')], [], new Set()).share).toBe(0);
	expect(sendingCounts([], [], new Set()).share).toBe(1);
});

test('many files → those being sent and failed ones stand first, the rest is folded; few → none is', () => {
	const many = [
		file('failed', { name: 'x' }),
		...Array.from({ length: 20 }, () => file('waiting')),
		file('sending', { name: 'now' })
	];
	const { first, folded } = listedSendings(many);
	expect(first.map(({ name }) => name)).toEqual(['now', 'x']);
	expect(folded).toHaveLength(20);
	expect(listedSendings(many.slice(0, 8)).folded).toEqual([]);
	expect(listedSendings(Array.from({ length: 200 }, () => file('failed'))).first).toHaveLength(8);
});
