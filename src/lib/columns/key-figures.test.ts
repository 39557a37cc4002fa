import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import { keyWords } from './cell-words.ts';
import { comparedWords, keyRows } from './key-figures.ts';

const eleven: Omit<Compared, 'whole'> = {
	by: 'year',
	issues: 11,
	sums: null,
	why: null,
	from: Date.UTC(2025, 8, 5),
	to: Date.UTC(2025, 10, 14)
};

test.each([
	['en', '5 Sep 2025'],
	['fr', '5 sept. 2025']
] as const)(
	'a period that begins before the data → it is said when data begin (%s)',
	(locale, day) => {
		const formats = createFormats(locale, 'UTC');
		const whole = comparedWords({ ...eleven, whole: true }, formats)!;
		expect(comparedWords({ ...eleven, whole: false }, formats)).toBe(
			locale === 'en'
				? `${whole} (data begin on ${day})`
				: `${whole} (les données commencent le ${day})`
		);
		expect(whole).not.toMatch(/data begin|commencent/);
	}
);

test('what a sum comes to per issue → of closed issues, where one is open', () => {
	const formats = createFormats('en', 'UTC');
	const perIssue = { value: 43, before: 30, change: 13, low: 5, high: 21, why: null };
	const sum = { value: 209, before: null, change: null, low: null, high: null, perIssue };
	const labelOf = (why: 'open' | 'unequal') =>
		keyRows({ itemClickers: { ...sum, why } }, { window: 90, currency: 'EUR' }, formats)[1]!.label;
	expect(labelOf('open')).toBe('Clickers of items, per closed issue');
	expect(labelOf('unequal')).toBe('Clickers of items, per issue');
});

test.each([
	['perClicker', 40, '+€0.40 (no interval for this change)'],
	['clickRate', 0.01, '+1.0\u00a0pt (too few issues for an interval)'],
	// what is counted has no interval to have
	['joined', 40, '+40'],
	['perClicker', null, '']
] as const)('%s moved by %s, of which no interval is known → “%s”', (name, change, words) => {
	const formats = createFormats('en', 'UTC');
	const moved = { value: 231, before: 191, change, low: null, high: null, why: null };
	const [row] = keyRows({ [name]: moved }, { window: 90, currency: 'EUR' }, formats);
	expect(keyWords(row!, formats).change).toBe(words);
});
