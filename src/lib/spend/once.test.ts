import { expect, test } from 'vitest';
import { countOnce } from './once.ts';

const row = (importId: number | null, what: string, leftOut = false) => ({
	importId,
	what,
	leftOut
});
const counts = (rows: ReturnType<typeof row>[]) => {
	const { counted, repeated, leftOut } = countOnce(rows, ({ what }) => what);
	return { counted: counted.map(({ what }) => what).sort(), repeated, leftOut };
};

test('a file that repeats another → only what is new is added', () => {
	const rows = [row(1, 'jan'), row(1, 'feb'), row(2, 'jan'), row(2, 'feb'), row(2, 'mar')];
	expect(counts(rows)).toEqual({ counted: ['feb', 'jan', 'mar'], repeated: 2, leftOut: 0 });
});

test('two equal rows of one file → two, also when another file repeats one of them', () => {
	expect(counts([row(1, 'a'), row(1, 'a'), row(2, 'a')])).toEqual({
		counted: ['a', 'a'],
		repeated: 1,
		leftOut: 0
	});
});

test('a row that was left out → stays out when a later file repeats it', () => {
	expect(counts([row(1, 'a', true), row(2, 'a')])).toEqual({
		counted: [],
		repeated: 1,
		leftOut: 1
	});
});

test('a row typed by a person → counted beside a file that says the same', () => {
	expect(counts([row(null, 'a'), row(1, 'a'), row(null, 'b', true)])).toEqual({
		counted: ['a', 'a'],
		repeated: 0,
		leftOut: 1
	});
});
