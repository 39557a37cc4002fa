import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test.each([
	['Le Fil', 'le-fil'],
	['L’Œil du matin', 'l-oeil-du-matin'],
	['  À la une ! ', 'a-la-une'],
	['東京', '']
])('%j → %j', (name, slug) => {
	expect(slugOf(name)).toBe(slug);
});
