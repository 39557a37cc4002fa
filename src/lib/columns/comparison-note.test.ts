import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import type { Compared } from '#lib/server/figures/comparison.ts';
import { comparisonNote } from './comparison-note.ts';

const compared = { by: 'before', why: null } as Compared;

test('rows beside another period without any change → for want of click rates only where they have none', () => {
	const noteOf = (rawRate: number | null) =>
		comparisonNote([{ rawRate }], { keyFigures: null, compared }, createFormats('en', 'UTC'));
	expect(noteOf(0.03)).toContain('totals do not tell readers from bots');
	expect(noteOf(null)).toContain('without deliveries there is no click rate');
});
