import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import { comparedWords } from './key-figures.ts';

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
