import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { leadOf } from './lead.ts';

const figures = { topics: [], issues: Array.from({ length: 9 }), items: 54 };

test.each([
	[{ items: 42, issues: 7 }, /^Over 42 items in 7 issues/, 'what topics are told from'],
	[{ items: 0, issues: 0 }, /^Over 54 items in 9 issues/, 'no click is known of any']
])('clicks are known of %j of 54 items in 9 issues → %s: %s', (counted, said, _why) => {
	expect(leadOf({ ...figures, counted }, createFormats('en', 'UTC'))).toMatch(said);
});
