import { expect, test } from 'vitest';
import { topicReadersFinding } from './topic-readers.ts';

const none = { lift: 1.02, low: 0.95, high: 1.1, above: 0.6, enough: true };
const cell = { by: 'channel' as const, group: 'Site', topic: 'Tides', ...none };
const pair = { topic: 'Tides', other: 'Boats', ...none };

test('clear preferences of several groups → the largest of them', () => {
	const liked = { ...cell, lift: 1.3, low: 1.1, high: 1.5 };
	const more = { ...liked, by: 'tenure' as const, group: 'older', lift: 1.45 };
	const large = { ...cell, lift: 2, low: 0.9, high: 4 };
	expect(topicReadersFinding([cell, large, liked, more], [pair], true)).toEqual({
		key: 'finding.readers.tenure',
		values: {
			group: 'older',
			topic: 'Tides',
			factor: { lift: 1.45 },
			low: { lift: 1.1 },
			high: { lift: 1.5 }
		}
	});
});

test('no group with a clear preference → topics that share their readers', () => {
	const kin = { ...pair, lift: 1.2, low: 1.1, high: 1.3 };
	expect(topicReadersFinding([cell], [pair, kin], true)).toEqual({
		key: 'finding.readers.overlap',
		values: {
			topic: 'Tides',
			other: 'Boats',
			factor: { lift: 1.2 },
			low: { lift: 1.1 },
			high: { lift: 1.3 }
		}
	});
});

test('nothing clear, too little clicked, or unknown how readers came → said so', () => {
	expect(topicReadersFinding([cell], [pair], true).key).toBe('finding.readers.none');
	expect(topicReadersFinding([], [pair], true).key).toBe('finding.readers.few');
	expect(topicReadersFinding([], [pair], false).key).toBe('finding.readers.unknown');
});
