// What the parts of the API's description are written with.

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

export function whole() {
	return { type: 'integer', minimum: 1 };
}
