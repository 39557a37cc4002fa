// Long, because it describes, and does nothing.
import { filterRecords, narrowed, type FilterRecord } from '#lib/filters/filters.ts';
import { partsOf } from '#lib/filters/narrowing.ts';
import { words } from '#lib/messages/words.ts';
import { pathTo } from '#lib/path-to.ts';
import { periodNames } from '#lib/filters/period.ts';
import { sayableKinds } from '#lib/server/ingest/questions/read-about.ts';
import schema from './answers.schema.json' with { type: 'json' };
import { names, type Answers } from './answers.ts';
import {
	answerOf,
	cutUpToSchema,
	inSchemas,
	ref,
	refusedAnswer,
	whole,
	withScopes,
	type Json
} from './openapi-parts.ts';
import { auditPath, peoplePaths, tokenPaths } from './openapi-access.ts';
import { alertsPath, annotationPaths, namesOf, proposalPaths, sayNames } from './openapi-said.ts';

const parameters: Record<string, Json> = {
	publication: {
		name: 'publication',
		in: 'path',
		required: true,
		description: 'short name of the publication',
		schema: { type: 'string' }
	},
	...Object.fromEntries(filterRecords.map((record) => [record.name, ofFilter(record)]))
};

/** A filter as a parameter, in the words of its option. What it does not narrow says so among `notApplied`. */
function ofFilter(record: FilterRecord): Json {
	const { name, several, takes, holds } = record;
	const screens = narrowed.filter((screen) => partsOf(screen).some((part) => holds.includes(part)));
	// a person at a terminal gives a name where an address has an id
	const about =
		takes === 'id'
			? `only ${several ? `these ${name}s` : `this ${name}`}, by id`
			: words(`cli.option.${name}`, {}, 'en');
	const one = valueSchema(record);
	return query(
		name,
		`${about}; narrows ${screens.join(', ')}`,
		several ? { type: 'array', items: one } : one
	);
}

function valueSchema({ takes, known, pattern, range }: FilterRecord): Json {
	if (pattern) return { type: 'string', pattern, examples: known };
	if (known) return { enum: known };
	if (range) return { type: 'integer', minimum: range[0], maximum: range[1] };
	if (takes === 'number' || takes === 'id') return whole();
	return { type: 'string', ...(takes === 'day' && { format: 'date' }) };
}

function query(name: string, description: string, is: Json): Json {
	return { name, in: 'query', description, schema: is };
}

/** What can be asked of the program, as an OpenAPI 3.1 document. */
// eslint-disable-next-line max-lines-per-function -- one description from top to bottom
export function openApi(version: string) {
	const answers = schema.definitions.Answers.properties as Record<string, { description: string }>;
	const get = (name: keyof Answers, given: readonly string[]) => ({
		get: {
			operationId: name,
			summary: answers[name]!.description,
			parameters: given.map((one) =>
				one === 'issue' && name === 'issue'
					? { name: one, in: 'path', required: true, description: 'its id', schema: whole() }
					: { $ref: `#/components/parameters/${one}` }
			),
			responses: { '200': answerOf(answers[name]!.description, replyOf(name)), ...refusedAnswer }
		}
	});
	const narrowed = ['publication', ...filterRecords.map(({ name }) => name)];
	const below = pathTo('');

	return {
		openapi: '3.1.0',
		info: {
			title: 'Rubrique',
			version,
			description:
				'The figures of the pages, for programs. Rates are 0..1, instants UTC milliseconds, money integer minor units of ISO 4217 (cents, yen, thousandths of a dinar).'
		},
		// left out, it is the root of the host that the description comes from
		...(below && { servers: [{ url: below }] }),
		security: [{ token: [] }],
		paths: withScopes({
			'/api/publications': {
				get: {
					operationId: 'publications',
					summary:
						'the publications whose figures the token may read; with figures, their key figures side by side',
					parameters: [
						query('with', 'adds key figures, data freshness and open alerts', {
							enum: ['figures']
						}),
						...periodNames.map((name) => ({ $ref: `#/components/parameters/${name}` }))
					],
					responses: {
						'200': answerOf('publications', {
							type: 'array',
							items: { anyOf: [ref('PublicationLine'), ref('PublicationCard')] }
						}),
						'400': refusedAnswer['400'],
						'401': refusedAnswer['401'],
						'403': refusedAnswer['403'],
						default: refusedAnswer.default
					}
				}
			},
			...Object.fromEntries(
				names.map((name) => [`/api/publications/{publication}/${name}`, get(name, narrowed)])
			),
			'/api/publications/{publication}/issues/{issue}': get('issue', ['publication', 'issue']),
			'/api/publications/{publication}/names': { get: namesOf, post: sayNames },
			'/api/publications/{publication}/annotations': annotationPaths,
			'/api/publications/{publication}/alerts': { get: alertsPath },
			'/api/publications/{publication}/proposals': proposalPaths,
			'/api/imports': { post: upload },
			'/api/imports/{import}': { get: receipt, post: answerMoney },
			'/api/people': peoplePaths,
			'/api/tokens': tokenPaths,
			'/api/audit': { get: auditPath }
		}),
		components: {
			securitySchemes: {
				token: {
					type: 'http',
					scheme: 'bearer',
					description:
						'made by `token add NAME --scope read`, `--scope import` for files, `--scope admin` for people, tokens and the audit'
				}
			},
			parameters,
			schemas: {
				...(JSON.parse(inSchemas(JSON.stringify(schema.definitions))) as Json),
				Problem: {
					type: 'object',
					properties: { code: { type: 'string' }, message: { type: 'string' } },
					required: ['code', 'message']
				}
			}
		}
	};
}

function replyOf(name: keyof Answers): Json {
	return {
		type: 'object',
		additionalProperties: false,
		required: [
			'publication',
			'filters',
			'notApplied',
			'rules',
			'readersCutUpTo',
			'askedAt',
			'definitions',
			'data'
		],
		properties: {
			publication: ref('PublicationLine'),
			filters: ref('Filters'),
			notApplied: {
				type: 'array',
				description: 'filters that were asked for and do not apply to this figure',
				items: {
					type: 'object',
					additionalProperties: false,
					required: ['filter', 'message'],
					properties: {
						filter: { enum: filterRecords.map(({ name }) => name) },
						message: { type: 'string' }
					}
				}
			},
			rules: { type: 'number', description: 'version of the rules that decide whose clicks count' },
			readersCutUpTo: cutUpToSchema,
			askedAt: { type: 'number', description: 'UTC milliseconds' },
			definitions: { type: 'object', additionalProperties: { type: 'string' } },
			data: { $ref: `#/components/schemas/Answers/properties/${name}` }
		}
	};
}

const upload = {
	operationId: 'import',
	summary: 'uploads a file, which is imported after the answer',
	parameters: [
		...[
			query('publication', 'short name of the publication', { type: 'string' }),
			query('name', 'name of the file', { type: 'string' })
		].map((one) => ({ ...one, required: true })),
		query('kind', 'what its rows are', { enum: sayableKinds }),
		query('order', 'whether day or month comes first in its dates', { enum: ['dmy', 'mdy'] }),
		query('zone', 'IANA zone of instants that name none', { type: 'string' }),
		query('campaign', 'the send that the whole file is about', { type: 'string' }),
		query('yes', 'take the best reading, whatever doubts there are', { enum: ['1', '0'] }),
		query('complete', 'a list of readers from which nobody is missing', { enum: ['1', '0'] })
	],
	requestBody: { required: true, content: { 'application/octet-stream': {} } },
	responses: {
		'202': answerOf('taken; `GET /api/imports/{import}` says what became of it', {
			type: 'object',
			properties: { id: { type: 'integer', description: 'the import’s id' } },
			required: ['id']
		}),
		...refusedAnswer
	}
};

const answerMoney = {
	operationId: 'sayMoney',
	summary:
		'of a file about money whose money says held or revises: whether it is of an account of its own, so that its amounts are added to those of the same channel and dates in other files, or replaces them',
	parameters: [
		{ name: 'import', in: 'path', required: true, description: 'its id', schema: whole() }
	],
	requestBody: {
		required: true,
		content: {
			'application/json': {
				schema: {
					type: 'object',
					additionalProperties: false,
					required: ['ownAccount'],
					properties: { ownAccount: { type: 'boolean' } }
				}
			}
		}
	},
	responses: { '200': answerOf('receipt', ref('UploadReceipt')), ...refusedAnswer }
};

const receipt = {
	operationId: 'receipt',
	summary:
		'what became of a file: in the state question it waits for an answer to its doubts that say waits, by uploading the file again with parameters, or on the page',
	parameters: [
		{ name: 'import', in: 'path', required: true, description: 'its id', schema: whole() }
	],
	responses: { '200': answerOf('receipt', ref('UploadReceipt')), ...refusedAnswer }
};
