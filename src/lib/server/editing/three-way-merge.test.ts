import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSets, threeWayMerge } from './three-way-merge.ts';

const names = fc.record({ en: fc.string(), fr: fc.string() });
const topic = fc.record({
	names,
	words: fc.array(fc.string()),
	color: fc.option(fc.nat(8)),
	parentId: fc.option(fc.nat(5))
});

test('a form that nobody changed → what is stored by now, all of it', () => {
	fc.assert(
		fc.property(topic, topic, (shown, current) => {
			expect(threeWayMerge(shown, structuredClone(shown), current)).toEqual(current);
		})
	);
});

test('nothing stored since → what was sent, all of it', () => {
	fc.assert(
		fc.property(topic, topic, (shown, sent) => {
			expect(threeWayMerge(shown, sent, structuredClone(shown))).toEqual(sent);
		})
	);
});

test('a form that says not what it showed → what was sent, as programs send it', () => {
	fc.assert(
		fc.property(topic, topic, (sent, current) => {
			expect(threeWayMerge(null, sent, current)).toEqual(sent);
		})
	);
});

test('one name each, in another language each → both', () => {
	const shown = { names: { en: 'Money', fr: 'Argent' }, words: ['euro'], color: null };
	const sent = { ...shown, names: { en: 'Finance', fr: 'Argent' } };
	const current = { ...shown, names: { en: 'Money', fr: 'Monnaie' }, words: ['euro', 'yen'] };

	expect(threeWayMerge(shown, sent, current)).toEqual({
		names: { en: 'Finance', fr: 'Monnaie' },
		words: ['euro', 'yen'],
		color: null
	});
});

test('both changed one field → what was sent last', () => {
	expect(threeWayMerge({ zone: 'UTC' }, { zone: 'Asia/Tokyo' }, { zone: 'Asia/Seoul' })).toEqual({
		zone: 'Asia/Tokyo'
	});
});

const set = fc.uniqueArray(fc.nat(9));

test('a set that two changed → what either added is in it, and what either took out is not', () => {
	fc.assert(
		fc.property(set, set, set, (shown, sent, current) => {
			const merged = mergeSets(shown, sent, current);
			for (const one of [...shown, ...sent, ...current]) {
				const isIn = shown.includes(one)
					? sent.includes(one) && current.includes(one)
					: sent.includes(one) || current.includes(one);
				expect(merged.includes(one)).toBe(isIn);
			}
			expect(new Set(merged).size).toBe(merged.length);
		})
	);
});

test('two who add a word each to one topic → both words', () => {
	const shown = { words: ['euro'], aliases: ['cash'] };
	const sent = { words: ['euro', 'franc'], aliases: [] };
	const current = { words: ['euro', 'yen'], aliases: ['cash', 'coin'] };
	expect(threeWayMerge(shown, sent, current)).toEqual({
		words: ['euro', 'yen', 'franc'],
		aliases: ['coin']
	});
});
