import { expect, test } from 'vitest';
import { liveReport } from './live.ts';

test('a page with its filters → the report that says the same', () => {
	expect(liveReport('topics?last=12&topic=3', 'fr')).toMatchObject({
		kind: 'editorial',
		part: 'topics',
		locale: 'fr',
		filters: { last: 12, topics: [3], issue: null }
	});
	expect(liveReport('', 'en')).toMatchObject({ kind: 'management', filters: { last: null } });
	expect(liveReport('sponsors?last=3', 'en')).toMatchObject({ kind: 'sponsor' });
	expect(liveReport('sponsors/12', 'en')).toMatchObject({ kind: 'receipt', placement: 12 });
	expect(liveReport('issues/7', 'en')).toMatchObject({ kind: 'issue', filters: { issue: 7 } });
});

test('a page that no report says → nothing', () => {
	const pages = ['imports', 'settings', 'constructor', 'topics/manage', 'verdicts?last=3'];
	const ones = ['issues/x', 'issues/0', 'issues/7/8', 'sponsors/1e9', 'items/3'];
	for (const path of [...pages, ...ones]) expect(liveReport(path, 'en')).toBeNull();
});
