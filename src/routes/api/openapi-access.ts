import { auditGroups, auditOrigins } from '#lib/server/access/audit.ts';
import { givenRoles, tokenScopes } from '#lib/permissions.ts';
import { answerOf, ref, refusedAnswer, type Json } from './openapi-parts.ts';

// What programs of administrators may ask: people, tokens, and who did what.

const text = (description: string): Json => ({ type: 'string', description });
const instant = (description: string): Json => ({
	type: ['number', 'null'],
	description: `${description}, UTC milliseconds`
});
const inQuery = (name: string, schema: Json, required = false) => ({
	name,
	in: 'query',
	description: String(schema.description),
	schema,
	...(required && { required })
});
const listOf = (description: string, properties: Json) =>
	answerOf(description, { type: 'array', items: { type: 'object', properties } });
const gone = { '204': { description: 'done' }, ...refusedAnswer };

export const auditPath = {
	operationId: 'audit',
	summary: 'who did what, newest first: sign-ins, people, tokens, exports, imports, changes',
	parameters: [
		inQuery('publication', text('short name of the publication')),
		inQuery('action', text(`an action, or what it is about: ${auditGroups.join(', ')}`)),
		inQuery('who', text('e-mail address of an account, or name of a token')),
		inQuery('from', { ...text('first UTC day'), format: 'date' }),
		inQuery('to', { ...text('last UTC day, inclusive'), format: 'date' }),
		inQuery('before', { type: 'integer', description: 'only rows older than this id' }),
		inQuery('limit', {
			type: 'integer',
			maximum: 1000,
			description: 'how many rows; 100 if left out'
		})
	],
	responses: {
		'200': listOf('rows', {
			id: { type: 'integer' },
			at: { type: 'number', description: 'UTC milliseconds' },
			action: text('`sign-in.failed`: what it is about, and what was done'),
			who: { type: ['string', 'null'] },
			via: { enum: [...auditOrigins, null] },
			address: { type: ['string', 'null'], description: 'where the request came from' },
			publication: { type: ['string', 'null'] },
			details: { type: 'object' }
		}),
		...refusedAnswer
	}
};

export const peoplePaths = {
	get: {
		operationId: 'people',
		summary: 'everybody with an account, and what they may do',
		responses: {
			'200': listOf('people', {
				name: text('name'),
				email: text('e-mail address'),
				role: { enum: givenRoles, description: 'in all publications but those named apart' },
				publications: { type: 'object', additionalProperties: { enum: givenRoles } },
				invited: { type: 'boolean', description: 'they chose no password yet' },
				twoFactor: { type: 'boolean', description: 'a code is asked of them as well' },
				passkeys: { type: 'integer', description: 'how many they have' },
				createdAt: instant('since when')
			}),
			...refusedAnswer
		}
	},
	post: {
		operationId: 'invite',
		summary: 'invites a person, and answers with the link by which they choose a password',
		requestBody: {
			required: true,
			content: {
				'application/json': {
					schema: {
						type: 'object',
						additionalProperties: false,
						required: ['email'],
						properties: {
							email: text('e-mail address'),
							name: text('name'),
							role: { enum: givenRoles },
							publication: text('the one publication that the role is for')
						}
					}
				}
			}
		},
		responses: {
			'201': answerOf('invited', {
				type: 'object',
				properties: { email: text('whom'), link: text('the link'), expiresAt: instant('until') }
			}),
			'409': answerOf('There is such an account already.', ref('Problem')),
			...refusedAnswer
		}
	},
	delete: {
		operationId: 'removePerson',
		summary: 'removes an account, and signs its owner out',
		parameters: [inQuery('email', text('e-mail address'), true)],
		responses: { ...gone, '409': answerOf('It is the last administrator’s.', ref('Problem')) }
	}
};

export const tokenPaths = {
	get: {
		operationId: 'tokens',
		summary: 'tokens, without their secrets',
		responses: {
			'200': listOf('tokens', {
				name: text('name'),
				scope: { enum: tokenScopes },
				publication: { type: ['string', 'null'] },
				createdAt: instant('made'),
				expiresAt: instant('good until'),
				usedAt: instant('last used')
			}),
			...refusedAnswer
		}
	},
	delete: {
		operationId: 'removeToken',
		summary: 'removes a token',
		parameters: [inQuery('name', text('its name'), true)],
		responses: gone
	}
};
