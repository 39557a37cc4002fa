import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { globSync } from 'tinyglobby';

// Every route and every action there is, found in the file system: a new one is there by itself.

export const routes = resolve('src/routes');

/** `id`: its file below `src/routes`; `route`: as the gate is told it. */
export type Target = {
	path: string;
	method: string;
	id: string;
	route: string;
	action: string | null;
};

function pathOf(file: string): string {
	const parts = file.split('/').slice(0, -1);
	return `/${parts.filter((part) => !part.startsWith('(')).join('/')}`;
}

const routeOf = (file: string) => `/${dirname(file)}`.replace(/^\/\.$/, '/');

/** The names of actions: the keys, one tab deep, of `export const actions`. */
export function actionsIn(source: string): string[] {
	const [, body = ''] = /^export const actions = \{\n([\s\S]*?)^\};?/m.exec(source) ?? [];
	return [...body.matchAll(/^\t(?:async )?(\w+)\b(?=[:(,]|$)/gm)].map(([, name]) => name!);
}

export function sourceOf(file: string): string {
	return readFileSync(resolve(routes, file), 'utf8');
}

export const files = globSync('**/+{page,server,page.server}.{ts,svelte}', { cwd: routes }).sort();

const isEndpoint = (file: string) => file.endsWith('+server.ts');

export const reads: Target[] = files
	.filter((file) => !isEndpoint(file) || /function GET/.test(sourceOf(file)))
	.map((file) => ({
		path: pathOf(file),
		method: 'GET',
		id: file,
		route: routeOf(file),
		action: null
	}));

export const writes: Target[] = files
	.filter((file) => file.endsWith('+page.server.ts'))
	.flatMap((file) =>
		actionsIn(sourceOf(file)).map((action) => ({
			path: pathOf(file) + (action === 'default' ? '' : `?/${action}`),
			method: 'POST',
			id: file,
			route: routeOf(file),
			action
		}))
	);

/** What endpoints take besides questions: uploads, and what programs say. */
export const endpointWrites: Target[] = files.filter(isEndpoint).flatMap((file) =>
	[...sourceOf(file).matchAll(/function (POST|PUT|PATCH|DELETE)\b/g)].map(([, method = '']) => ({
		path: pathOf(file),
		method,
		id: file,
		route: routeOf(file),
		action: null
	}))
);

/** The fields that a folder's pages have, and those that its code asks for. */
export function fieldsOf(file: string): string[] {
	const near = globSync('*.{svelte,ts}', { cwd: resolve(routes, file, '..'), absolute: true });
	const shared = ['p/PublicationForm.svelte', 'p/[publication]/ViewMenu.svelte'];
	const texts = [...near, ...shared.map((one) => resolve(routes, one))].map((one) =>
		readFileSync(one, 'utf8')
	);
	const names = texts.flatMap((text) => [
		...[...text.matchAll(/\bname="([\w-]+)"/g)].map(([, name]) => name!),
		...[...text.matchAll(/\w+In\(form, '(\w+)'/g)].map(([, name]) => name!),
		...[...text.matchAll(/form\.(?:get|has)\('(\w+)'/g)].map(([, name]) => name!)
	]);
	return [...new Set(names)];
}
