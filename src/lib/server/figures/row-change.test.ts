import { expect, test } from 'vitest';
import { unchanged, withCountedChanges } from './row-change.ts';

type Row = { name: string; value: number | null; people: number };
const of = (value: number | null, people = 9): Row => ({ name: 'a', value, people });

const moved = (now: Row, before: Row[], why: 'leavers' | null = null) =>
	withCountedChanges(
		[now],
		before,
		{ nameOf: ({ name }) => name, peopleOf: ({ people }) => people },
		(changeOf) => ({ change: changeOf(({ value }) => value, why) })
	)[0]!.change;

test.each([
	['nothing now, and not there before', of(0), []],
	['nothing now, and nothing before', of(0), [of(0)]],
	['nothing now, and unknown before', of(0), [of(null)]],
	['unknown now', of(null), [of(8)]],
	['unknown in both', of(null), [of(null)]]
])('%s → nothing is said', (_, now, before) => {
	expect(moved(now, before)).toBeNull();
	expect(moved(now, before, 'leavers')).toBeNull();
});

test.each([
	['something, and not there before', of(8), [], unchanged('new')],
	['something, and unknown before', of(8), [of(null)], unchanged('unknown')],
	['something, and few people before', of(8), [of(3, 3)], unchanged('few')]
])('%s → why there is no change', (_, now, before, said) => {
	expect(moved(now, before)).toEqual(said);
});

test.each([
	['nothing now and something before', of(0), of(8), -8],
	['something now and nothing before', of(8), of(0), 8]
])('%s → a change', (_, now, before, change) => {
	expect(moved(now, [before])).toMatchObject({ before: before.value, change, why: null });
});
