// What the parts of the API's description are written with.

import { actions, allowedTo, scopeActions, tokenScopes } from '#lib/permissions.ts';

export type Json = { [key: string]: unknown };

export const inSchemas = (text: string) =>
	text.replaceAll('#/definitions/', '#/components/schemas/');
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const answerOf = (description: string, content: Json) => ({
	description,
	content: { 'application/json': { schema: content } }
});

export const refusedAnswer = {
	'400': answerOf('A parameter makes no sense.', ref('Problem')),
	'401': answerOf('No token, or one that is not known.', ref('Problem')),
	'403': answerOf('The token is good for something else.', ref('Problem')),
	'404': answerOf('Not found: nothing of this address exists.', ref('Problem')),
	default: answerOf(
		'It conflicts with what is there, is too large, cannot be read, or cannot be kept at present.',
		ref('Problem')
	)
};

/** An operation, with the scopes of a token that may ask for it, by the table of permissions. */
function scoped<Operation extends Json>(path: string, method: string, operation: Operation) {
	const audience = allowedTo(path.replace(/\{(\w+)\}/g, '[$1]'), method.toUpperCase());
	const wanted = actions.find((action) => action === audience);
	const scopes = tokenScopes.filter((one) => !wanted || scopeActions[one].includes(wanted));
	return { ...operation, security: scopes.map((one) => ({ token: [one] })) };
}

/** The schema of a whole number from 1 on. */
export function whole() {
	return { type: 'integer', minimum: 1 };
}

/** Operations by path and method, each with what it asks of a token. */
export function withScopes(paths: Record<string, Record<string, Json>>) {
	const entries = Object.entries(paths).map(([path, methods]) => [
		path,
		Object.fromEntries(
			Object.entries(methods).map(([method, one]) => [method, scoped(path, method, one)])
		)
	]);
	return Object.fromEntries(entries) as Record<string, Record<string, ReturnType<typeof scoped>>>;
}

/** Up to when readers were cut from issues. */
export const cutUpToSchema = {
	type: ['number', 'null'],
	description:
		'when the latest issue was sent of which it is not kept who clicked, in UTC milliseconds: figures about readers across issues begin after it; null where it is kept of all'
};
