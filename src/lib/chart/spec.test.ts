import * as v from 'valibot';
import { expect, test } from 'vitest';
import { chartSpec } from './spec.ts';

test('the curve of positions as older reports keep it → read under the names of today', () => {
	const point = { rate: 0.02, low: 0.01, high: null, n: 7 };
	const kept = { kind: 'slotCurve', slots: [{ order: 1, ...point }] };
	expect(v.parse(chartSpec, kept)).toEqual({
		kind: 'positionCurve',
		positions: [{ position: 1, ...point }]
	});
});
