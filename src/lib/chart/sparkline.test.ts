import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

test('values that rise and fall → a line that spans the box, the lowest at the bottom', () => {
	const drawn = sparkline([{ value: 1 }, { value: 3 }, { value: 2 }]);

	expect(drawn?.path).toBe('M0.0 94.0L50.0 6.0');
	expect(drawn?.tail).toBe('M50.0 6.0L100.0 50.0');
	expect(drawn?.end).toEqual({ x: 100, y: 50 });
});

test('an unknown value → skipped; a single value → nothing drawn', () => {
	expect(sparkline([{ value: null }, { value: 3 }])).toBe(null);
	expect(sparkline([{ value: 1 }, { value: null }, { value: 3 }])?.tail).toBe(
		'M0.0 94.0L100.0 6.0'
	);
});

test('values that never change → a line in the middle', () => {
	expect(sparkline([{ value: 5 }, { value: 5 }])?.end.y).toBe(50);
});

test('hundreds of values → as many points as can be told apart, the last where it is', () => {
	const values = Array.from({ length: 600 }, (_, i) => ({ value: i % 2 ? 10 : 20 }));
	const drawn = sparkline([...values, { value: 40 }])!;

	expect((drawn.path + drawn.tail).match(/[ML]/g)!.length).toBeLessThanOrEqual(50);
	expect(drawn.end).toEqual({ x: 100, y: 6 });
	// ups and downs of single values even out, and do not fill the box
	const heights = [...drawn.path.matchAll(/ (\d+\.\d)/g)].map(([, y]) => Number(y));
	expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(20);
});
