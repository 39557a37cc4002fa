// What the parts of the API's description are written with.

import { actions, audienceOf, scopeActions, tokenScopes } from '#lib/permissions.ts';

export type Json = { [key: string]: unknown };

export const inSchemas = (text: string) =>
	text.replaceAll('#/definitions/', '#/components/schemas/');
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const answerOf = (description: string, content: Json) => ({
	description,
	content: { 'application/json': { schema: content } }
});

export const refused = {
	'400': answerOf('A parameter makes no sense.', ref('Problem')),
	'401': answerOf('No token, or one that is not known.', ref('Problem')),
	'403': answerOf('The token is good for something else.', ref('Problem')),
	'404': answerOf('There is no such thing.', ref('Problem'))
};

/** An operation, with the scopes of a token that may ask for it, by the table of permissions. */
export function scoped<Operation extends Json>(path: string, method: string, operation: Operation) {
	const audience = audienceOf(path.replace(/\{(\w+)\}/g, '[$1]'), method.toUpperCase());
	const wanted = actions.find((action) => action === audience);
	const scopes = tokenScopes.filter((one) => !wanted || scopeActions[one].includes(wanted));
	return { ...operation, security: scopes.map((one) => ({ token: [one] })) };
}

export function whole() {
	return { type: 'integer', minimum: 1 };
}
