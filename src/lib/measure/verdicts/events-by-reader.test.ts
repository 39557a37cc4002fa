import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JudgedColumns } from './send-events.ts';
import { byReader } from './events-by-reader.ts';

function columns(events: readonly (readonly [reader: number, at: number])[]): JudgedColumns {
	return {
		reader: Int32Array.from(events, ([reader]) => reader),
		url: new Int32Array(events.length),
		at: Float64Array.from(events, ([, at]) => at),
		client: new Int32Array(events.length)
	};
}

test('events of several readers → grouped by reader in order of time, without the anonymous', () => {
	const { readers, starts, order } = byReader(
		columns([
			[7, 30],
			[0, 1],
			[3, 20],
			[7, 10],
			[-1, 5]
		])
	);

	expect(readers).toEqual([7, 3]);
	expect([...starts]).toEqual([0, 2, 3]);
	expect([...order]).toEqual([3, 0, 2]);
});

test('any events → those of known readers once each, by reader, in order of time', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(1000)), { maxLength: 300 }), (events) => {
			const { readers, starts, order } = byReader(columns(events));
			const named = events.filter(([reader]) => reader > 0).length;
			expect(new Set(order).size).toBe(named);

			readers.forEach((reader, k) => {
				const own = [...order.subarray(starts[k], starts[k + 1])].map((i) => events[i]!);
				expect(own.every(([who]) => who === reader)).toBe(true);
				const instants = own.map(([, at]) => at);
				expect(instants).toEqual([...instants].sort((a, b) => a - b));
			});
		})
	);
});
