import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '#lib/duration.ts';
import { laterDays } from './later-days.ts';

/** A day since 1970, YYYY-MM-DD. */
const dateOfDay = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

const row = (importId: number | null, from: number, to: number, amount = 1, leftOut = false) => ({
	importId,
	from: dateOfDay(from),
	to: dateOfDay(to),
	amount,
	leftOut
});
const kept = (...rows: ReturnType<typeof row>[]) => {
	const result = laterDays(
		Object.freeze(rows),
		() => 'ads',
		({ from, to, amount }) => `${from} ${to} ${amount}`
	);
	return rows.map((one) => result.get(one)?.kept.map(({ from, to }) => [from, to]) ?? 'all');
};

test('a month so far, then the whole month → the later one holds', () => {
	expect(kept(row(1, 0, 14), row(2, 0, 30))).toEqual([[], 'all']);
});

test('a month, then some of its days → the month keeps the others', () => {
	expect(kept(row(1, 0, 30), row(2, 10, 11), row(2, 20, 20))).toEqual([
		[
			[0, 9],
			[12, 19],
			[21, 30]
		],
		'all',
		'all'
	]);
});

test('the same span, rows of one file, what people typed or left out → take nothing here', () => {
	expect(kept(row(1, 0, 9), row(2, 0, 9, 5))).toEqual(['all', 'all']);
	expect(kept(row(1, 0, 9), row(1, 3, 4))).toEqual(['all', 'all']);
	expect(kept(row(1, 0, 9), row(null, 3, 4))).toEqual(['all', 'all']);
	expect(kept(row(1, 0, 9), row(2, 3, 4, 1, true))).toEqual(['all', 'all']);
});

test('a later file that repeats a statement beside its parts → it stands as in the first', () => {
	expect(kept(row(1, 0, 9), row(1, 3, 4), row(2, 0, 9), row(2, 3, 4))).toEqual(
		new Array(4).fill('all')
	);
});

test('any day that two files state over different spans → left to one of them', () => {
	const span = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(20), fc.nat(6));
	fc.assert(
		fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
			const rows = spans.map(([file, from, days], i) => row(file, from, from + days, i));
			const left = laterDays(rows, () => 'ads', JSON.stringify);
			const days = (one: (typeof rows)[number]) =>
				(
					left.get(one)?.kept ?? [
						{ from: Date.parse(one.from) / 86_400_000, to: Date.parse(one.to) / 86_400_000 }
					]
				).flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
			for (const a of rows)
				for (const b of rows)
					if (a.importId! < b.importId! && (a.from !== b.from || a.to !== b.to)) {
						const own = new Set(days(a));
						for (let d = Date.parse(b.from); d <= Date.parse(b.to); d += 86_400_000)
							expect(own.has(d / 86_400_000)).toBe(false);
					}
		})
	);
});
