import { DAY } from '#lib/duration.ts';
import { expect, test } from 'vitest';
import type { ReaderColumns } from '../../store/readers/reader-columns.ts';
import { knownUntil } from './known-until.ts';

const start = Date.UTC(2025, 0, 1);
const at = (day: number) => start + day * DAY;

/** Readers who joined, and who left, on days since the start. */
const columns = (joined: number[], left: number[], listed: number | null = null) => {
	const instants = (days: number[]) => Float64Array.from(days, at);
	const earlier = { length: 0, joined: instants([]), left: instants([]) };
	const listedUntil = listed === null ? null : at(listed);
	return { joined: instants(joined), left: instants(left), earlier, listedUntil } as ReaderColumns;
};
const every = (pause: number, to: number) =>
	Array.from({ length: Math.floor(to / pause) + 1 }, (_, i) => i * pause);

test('somebody joins every day, and nobody for a week → lists end there; for less → they do not', () => {
	const daily = columns(every(1, 100), every(1, 100));
	expect(knownUntil(daily, at(106))).toEqual({ joined: null, left: null });
	expect(knownUntil(daily, at(107))).toEqual({ joined: at(100), left: at(100) });
});

test('somebody joins every ten days → a silence of five such pauses ends lists', () => {
	const rare = columns(every(10, 100), []);
	expect(knownUntil(rare, at(140)).joined).toBe(null);
	expect(knownUntil(rare, at(150)).joined).toBe(at(100));
});

test('hundreds on one day, as where a list was moved → one day, and three months of silence', () => {
	const moved = columns(Array<number>(500).fill(0), []);
	expect(knownUntil(moved, at(91)).joined).toBe(null);
	expect(knownUntil(moved, at(92)).joined).toBe(at(0));
});

test('a newer list without new lines → known until its date', () => {
	const listed = columns(every(1, 100), [], 160);
	expect(knownUntil(listed, at(164)).joined).toBe(null);
	expect(knownUntil(listed, at(170)).joined).toBe(at(160));
});

test('unsubscribe events after the last list → known who left, and not who joined', () => {
	expect(knownUntil(columns(every(1, 100), every(1, 200)), at(200))).toEqual({
		joined: at(100),
		left: null
	});
});

test('nobody who ever joined or left on a known day → nothing is said to end', () => {
	expect(knownUntil(columns([], []), at(500))).toEqual({ joined: null, left: null });
	expect(knownUntil(columns([NaN], [NaN], 3), at(500))).toEqual({ joined: null, left: null });
});

test('a day in the future, as of a typing error → no end of the lists', () => {
	const typed = columns([...every(1, 100), 4000], []);
	expect(knownUntil(typed, at(130)).joined).toBe(at(100));
});
