import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { allowedTo } from '#lib/permissions.ts';
import { pageName } from './page-name.ts';

test.each([
	['/p/[publication]/settings', 'Settings'],
	['/p/[publication]/issues/[issue]/edit', 'Correct'],
	['/p/[publication]', 'Overview'],
	['/account/audit', 'Audit log'],
	['/api/imports', null]
])('%s → called %j', (route, name) => {
	expect(pageName(route, 'en')).toBe(name);
});

test('every page that a role may be kept out of → has a name in both languages', () => {
	const pages = globSync('src/routes/**/+page.svelte').map((file) =>
		file.replace(/^src\/routes/, '').replace('/+page.svelte', '')
	);
	const open = ['anybody', 'stranger', 'known', 'holder', 'member'];
	const kept = pages.filter((route) => !open.includes(allowedTo(route || '/', 'GET')));
	expect(kept.length).toBeGreaterThan(30);
	const nameless = kept.filter((route) => !pageName(route, 'en') || !pageName(route, 'fr'));
	expect(nameless).toEqual([]);
});
