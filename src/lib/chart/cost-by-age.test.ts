import { expect, test } from 'vitest';
import { costByAge } from './cost-by-age.ts';
import type { Tokens } from './tokens.ts';

const tokens = new Proxy({}, { get: (_, name) => String(name) }) as Tokens;
const words = { axis: String, day: String, of: (n: number, of: number) => `${n} of ${of}` };

test('cost by age → a line per channel in the colour of its return, with whiskers, from 0', () => {
	const point = { day: 7, cost: 1200, low: 900, high: 1800, n: 3, of: 30 };
	const config = costByAge(
		[
			{ name: 'Fair', tone: 'below', points: [point, { ...point, day: 14, cost: 800 }] },
			{ name: 'Site', tone: 'unclear', points: [point] }
		],
		String,
		words,
		tokens
	);

	expect(config.data.datasets.map(({ data }) => data)).toEqual([
		[
			{ x: 7, y: 1200 },
			{ x: 14, y: 800 }
		],
		[{ x: 7, y: 1200 }]
	]);
	expect(config.data.datasets.map(({ borderColor }) => borderColor)).toEqual(['below', 'ink-2']);
	expect(config.plugins?.map(({ id }) => id)).toEqual(['whiskers', 'labels']);
	expect(config.options?.scales?.y).toMatchObject({ type: 'linear', beginAtZero: true });
});
