import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engagementTally, never, tierOf } from './engagement.ts';

test('a click → its reader engaged for the window, or until they leave', () => {
	const tally = engagementTally(Int32Array.of(never, 6), { window: 3, from: 4, to: 9 });
	tally.add(5, [0, 1]);
	tally.add(6, [0]);

	expect(tally.done()).toEqual({
		engaged: Int32Array.of(0, 2, 1, 1, 1, 0),
		lastDay: Int32Array.of(6, 5)
	});
});

test('any clicks, departures and window → as many engaged as by looking back from each day', () => {
	const readers = 6;
	const click = fc.record({
		day: fc.integer({ min: 0, max: 30 }),
		reader: fc.integer({ min: 0, max: readers - 1 })
	});
	const left = fc.array(fc.option(fc.integer({ min: 0, max: 30 })), {
		minLength: readers,
		maxLength: readers
	});
	fc.assert(
		fc.property(
			fc.array(click),
			left,
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 0, max: 20 }),
			(clicks, left, window, from) => {
				const to = 28;
				const leftDay = Int32Array.from(left, (day) => day ?? never);
				const tally = engagementTally(leftDay, { window, from, to });
				for (const { day, reader } of [...clicks].sort((a, b) => a.day - b.day))
					tally.add(day, [reader]);

				const plain = Array.from({ length: to - from + 1 }, (_, i) => {
					const today = from + i;
					const engaged = clicks.filter(
						({ day, reader }) => day <= today && day > today - window && leftDay[reader]! > today
					);
					return new Set(engaged.map(({ reader }) => reader)).size;
				});
				expect([...tally.done().engaged]).toEqual(plain);
			}
		)
	);
});

test('the day of the latest click → the tier of the reader', () => {
	const tier = (lastDay: number) => tierOf(lastDay, 1000, 90);
	expect([1000, 911, 910, 821, 820, -1].map(tier)).toEqual([
		'engaged',
		'engaged',
		'fading',
		'fading',
		'dormant',
		'never'
	]);
});
