import { expect, test } from 'vitest';
import { createFormats } from './format.ts';
import { filteringWords, frozenWords } from './report-foot.ts';

const formats = createFormats('en', 'Europe/Paris');
const origin = {
	createdAt: Date.UTC(2025, 8, 18, 6),
	dataUpTo: Date.UTC(2025, 8, 17, 20, 30),
	publication: { zone: 'Europe/Paris' },
	rules: 7,
	setAside: 0.03,
	seal: 'abcd'
};

test('a report → when it was made and up to when its data go, in its zone; without data, no such day', () => {
	expect(frozenWords(origin, formats)).toBe(
		'Made Thu 18 Sep 2025, 08:00, data up to Wed 17 Sep 2025, 22:30 (Europe/Paris) · snapshot abcd'
	);
	expect(frozenWords({ ...origin, dataUpTo: null }, formats)).toBe(
		'Made Thu 18 Sep 2025, 08:00 (Europe/Paris) · snapshot abcd'
	);
});

test('clicks that were filtered → by which rules, and their share; none can be → the rules alone', () => {
	expect(filteringWords(origin, formats)).toEqual([
		'bot filtering rules, version 7',
		'3.0% of clicks filtered out'
	]);
	expect(filteringWords({ ...origin, setAside: null }, formats)).toHaveLength(1);
});
