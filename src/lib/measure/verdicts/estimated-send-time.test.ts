import { expect, test } from 'vitest';
import { estimatedSendTime } from './estimated-send-time.ts';

/** Two hundred events, ever rarer after second 1000. */
const mailing = Object.freeze(Array.from({ length: 200 }, (_, i) => 1000 + i ** 2));

test('many events close together → the first of them is the send time', () => {
	expect(estimatedSendTime(Float64Array.from(mailing).reverse())).toBe(1000);
});

test('tests by the author the day before → not the send time', () => {
	expect(estimatedSendTime(Float64Array.of(...mailing, 1, 2, 3))).toBe(1000);
});

test('events one by one, or fewer than twenty → no send time', () => {
	expect(estimatedSendTime(Float64Array.from({ length: 40 }, (_, i) => i * 3600))).toBe(null);
	expect(estimatedSendTime(Float64Array.from({ length: 19 }, (_, i) => i))).toBe(null);
});
