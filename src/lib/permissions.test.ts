import { dirname } from 'node:path';
import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { actions, allowedTo, personRoles, roleActions, routeRules } from './permissions.ts';

const routes = globSync('**/+{page,server,page.server}.{ts,svelte}', { cwd: 'src/routes' }).map(
	(file) => `/${dirname(file)}`.replace(/^\/\.$/, '/')
);

test('each row of the permissions → a route that exists, and no route twice', () => {
	const rows = routeRules.map(({ route }) => route);
	expect(rows.filter((row) => !routes.some((one) => `${one}/`.startsWith(`${row}/`)))).toEqual([]);
	expect(new Set(rows).size).toBe(rows.length);
});

test('each route → a row of the permissions, its own or one above it', () => {
	const rows = routeRules.map(({ route }) => route).filter((route) => route !== '/');
	const lost = [...new Set(routes)].filter(
		(route) => route !== '/' && !rows.some((row) => `${route}/`.startsWith(`${row}/`))
	);
	expect(lost).toEqual([]);
});

test('a route → its most specific row; one without a row → for administrators', () => {
	expect(allowedTo('/p/[publication]/topics/readers', 'GET')).toBe('see');
	expect(allowedTo('/p/[publication]/topics/manage', 'POST')).toBe('content');
	expect(allowedTo('/p/[publication]/topicsAndMore', 'POST')).toBe('administer');
	expect(allowedTo('/p/new', 'GET')).toBe('administer');
	expect(allowedTo('/elsewhere', 'GET')).toBe('administer');
	expect(allowedTo('/', 'HEAD')).toBe('known');
});

test('each role → at least what the one below it may do', () => {
	const [admin, editor, marketing, viewer] = personRoles.map((role) => roleActions[role]);
	expect(admin).toEqual(actions);
	for (const [more, less] of [
		[admin, editor],
		[editor, marketing],
		[marketing, viewer]
	])
		expect(more).toEqual(expect.arrayContaining([...less!]));
});
