import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { detailWords } from './audit-details.ts';

test('a link to the overview, which has no path of its own → called so', () => {
	const said = (path: string) =>
		detailWords({ action: 'shares.made', details: { path } }, createFormats('en', 'UTC'));
	expect(said('')).toBe('Page: Overview');
	expect(said('topics?last=20')).toBe('Page: topics?last=20');
});
