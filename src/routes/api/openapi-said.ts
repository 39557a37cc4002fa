import { namedKinds } from '#lib/same-names.ts';
import { answerOf, ref, refusedAnswer, whole, type Json } from './openapi-parts.ts';

// What programs may say of a publication: names that are one, notes on days.

const publicationParameter = { $ref: '#/components/parameters/publication' };

export const namesOf = {
	operationId: 'names',
	summary:
		'channels, campaigns and sponsors with spend and no readers beside those with readers and no spend, and which may be one',
	parameters: [publicationParameter],
	responses: { '200': answerOf('names', ref('NameFigures')), ...refusedAnswer }
};

export const sayNames = {
	operationId: 'sayNames',
	summary:
		'counts one name as another in all files, or separates them again; needs a token that may import',
	parameters: [publicationParameter],
	requestBody: {
		required: true,
		content: {
			'application/json': {
				schema: {
					oneOf: [
						nameChange({ join: 'what is to count under the other', with: 'the other' }),
						nameChange({ separate: 'what is to count for itself again' })
					]
				}
			}
		}
	},
	responses: { '200': answerOf('names as they are now', ref('NameFigures')), ...refusedAnswer }
};

function nameChange(names: Record<string, string>): Json {
	const texts = Object.entries(names).map(([name, description]) => [
		name,
		{ type: 'string', maxLength: 200, description }
	]);
	return {
		type: 'object',
		additionalProperties: false,
		required: ['kind', ...Object.keys(names)],
		properties: { kind: { enum: namedKinds }, ...Object.fromEntries(texts) }
	};
}

export const alertsPath = {
	operationId: 'alerts',
	summary: 'what deserves attention now, who is notified, and what was sent',
	parameters: [publicationParameter],
	responses: { '200': answerOf('alerts', ref('AlertFigures')), ...refusedAnswer }
};

const annotationReply = {
	'200': answerOf('notes as they are now', ref('AnnotationFigures')),
	...refusedAnswer
};

export const annotationPaths = {
	get: {
		operationId: 'annotations',
		summary: 'notes on days, and changes of topics that none of them explains',
		parameters: [
			publicationParameter,
			{ $ref: '#/components/parameters/from' },
			{ $ref: '#/components/parameters/to' }
		],
		responses: annotationReply
	},
	post: {
		operationId: 'annotate',
		summary: 'adds a note, or several; needs a token that may import',
		parameters: [publicationParameter],
		requestBody: {
			required: true,
			content: {
				'application/json': {
					schema: { oneOf: [noteSchema(), { type: 'array', maxItems: 1000, items: noteSchema() }] }
				}
			}
		},
		responses: annotationReply
	},
	delete: {
		operationId: 'removeAnnotation',
		summary: 'removes a note; needs a token that may import',
		parameters: [
			publicationParameter,
			{ name: 'id', in: 'query', required: true, description: 'its number', schema: whole() }
		],
		responses: annotationReply
	}
};

function noteSchema(): Json {
	return {
		type: 'object',
		additionalProperties: false,
		required: ['text'],
		properties: {
			date: {
				type: ['string', 'null'],
				description: 'YYYY-MM-DD in the publication’s zone; today if left out'
			},
			text: { type: 'string', maxLength: 200 }
		}
	};
}

const proposalReply = {
	'200': answerOf('topics as they are suggested now', ref('TopicProposals')),
	...refusedAnswer
};

export const proposalPaths = {
	get: {
		operationId: 'proposals',
		summary: 'topics suggested from the publication’s own words, and packs of topics',
		parameters: [publicationParameter],
		responses: proposalReply
	},
	post: {
		operationId: 'keepProposals',
		summary:
			'keeps topics under the names given, and drops all other suggestions; needs a token that may import',
		parameters: [publicationParameter],
		requestBody: {
			required: true,
			content: {
				'application/json': {
					schema: { type: 'array', maxItems: 200, items: keptSchema() }
				}
			}
		},
		responses: proposalReply
	}
};

function keptSchema(): Json {
	return {
		type: 'object',
		additionalProperties: false,
		required: ['name'],
		properties: {
			name: { type: 'string', minLength: 1, maxLength: 80 },
			words: {
				type: 'array',
				items: { type: 'string' },
				description: 'terms that speak for it'
			},
			ids: {
				type: 'array',
				items: whole(),
				description: 'of the proposals that it is made of; none for a topic of one’s own'
			}
		}
	};
}
