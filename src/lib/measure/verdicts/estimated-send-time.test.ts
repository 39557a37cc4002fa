import { expect, test } from 'vitest';
import { estimatedSendTime } from './estimated-send-time.ts';

/** Two hundred events, ever rarer after second 1000. */
const mailing = Object.freeze(Array.from({ length: 200 }, (_, i) => 1000 + i ** 2));

test('the first of many events that come close together is when it went out', () => {
	expect(estimatedSendTime(Float64Array.from(mailing).reverse())).toBe(1000);
});

test('a message that its author tested the day before did not go out then', () => {
	expect(estimatedSendTime(Float64Array.of(...mailing, 1, 2, 3))).toBe(1000);
});

test('events that come one by one, and a few events, show no wave', () => {
	expect(estimatedSendTime(Float64Array.from({ length: 40 }, (_, i) => i * 3600))).toBe(null);
	expect(estimatedSendTime(Float64Array.from({ length: 19 }, (_, i) => i))).toBe(null);
});
