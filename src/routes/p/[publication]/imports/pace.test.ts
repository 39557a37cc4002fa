import { expect, test } from 'vitest';
import { paceOf, withSample, type Sample } from './pace.ts';

const at = (seconds: number, rows: number, share: number | null): Sample => ({
	at: seconds * 1000,
	rows,
	share
});

test('two samples → rows per second, and the seconds left', () => {
	expect(paceOf([at(0, 0, 0), at(2, 500, 0.2)])).toEqual({ rate: 250, left: 8 });
});

test('samples without a share → rows per second, and no time left', () => {
	expect(paceOf([at(0, 0, null), at(2, 500, null)])).toEqual({ rate: 250, left: null });
});

test.each([[[]], [[at(0, 10, 0.1)]], [[at(0, 10, 0.1), at(3, 10, 0.1)]]])(
	'%j → neither pace nor time left',
	(samples) => {
		expect(paceOf(samples as Sample[])).toEqual({ rate: null, left: null });
	}
);

test('an old sample → dropped; a repeated one → ignored; a file read anew → begun anew', () => {
	const two = [at(0, 0, 0), at(10, 100, 0.1)];
	expect(withSample(two, at(20, 300, 0.3))).toEqual([at(10, 100, 0.1), at(20, 300, 0.3)]);
	expect(withSample(two, at(11, 100, 0.1))).toEqual(two);
	expect(withSample(two, at(11, 0, null))).toEqual([at(11, 0, null)]);
});
