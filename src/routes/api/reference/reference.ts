import type { Json } from '../openapi-parts.ts';

/** A type in words; a part that names a schema leads to it. */
export type TypeWords = { text: string; schema: string | null }[];

type Field = { name: string; type: TypeWords; required: boolean; description: string };

export type Operation = {
	/** names it in addresses of the page */
	id: string;
	method: string;
	path: string;
	scopes: string[];
	summary: string;
	parameters: (Field & { in: string })[];
	/** media types of what is sent along */
	body: { media: string; type: TypeWords }[];
	responses: { status: string; description: string; type: TypeWords }[];
};

export type Schema = { name: string; description: string; type: TypeWords; fields: Field[] };

/** What a page shows of an OpenAPI document. */
export type Reference = { operations: Operation[]; schemas: Schema[] };

type Document = { paths: Record<string, Record<string, Json>>; components: Json };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const PREFIX = '#/components/schemas/';

/** Reads an OpenAPI 3.1 document as lines of a page: every request with its parts, every schema. */
export function referenceOf(document: Document): Reference {
	const at = (pointer: string) => resolved(document, pointer);
	const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
		METHODS.filter((method) => method in methods).map((method) =>
			operationOf(method, path, methods[method]!, at)
		)
	);
	const schemas = Object.entries(document.components.schemas as Record<string, Json>)
		// what every figure answers with is said where it is asked for
		.filter(([name]) => name !== 'Answers' && name !== 'Described')
		.map(([name, schema]) => ({
			name,
			description: textOf(schema.description),
			type: typeOf(schema),
			fields: fieldsOf(schema)
		}))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { operations, schemas };
}

type Resolve = (pointer: string) => Json;

function operationOf(method: string, path: string, operation: Json, at: Resolve): Operation {
	const security = (operation.security ?? []) as Record<string, string[]>[];
	const parameters = ((operation.parameters ?? []) as Json[]).map((one) =>
		typeof one.$ref === 'string' ? at(one.$ref) : one
	);
	return {
		id: `${method}-${path.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, '')}`,
		method: method.toUpperCase(),
		path,
		scopes: security.flatMap(({ token }) => token ?? []),
		summary: textOf(operation.summary),
		parameters: parameters.map((one) => ({
			name: textOf(one.name),
			in: textOf(one.in),
			type: typeOf((one.schema ?? {}) as Json),
			required: one.required === true,
			description: textOf(one.description)
		})),
		body: mediaOf(operation.requestBody as Json | undefined, at),
		responses: Object.entries((operation.responses ?? {}) as Record<string, Json>).map(
			([status, response]) => ({
				status,
				description: textOf(response.description),
				type: mediaOf(response, at)[0]?.type ?? []
			})
		)
	};
}

function mediaOf(holder: Json | undefined, at: Resolve): Operation['body'] {
	const content = (holder?.content ?? {}) as Record<string, Json>;
	return Object.entries(content).map(([media, { schema }]) => ({
		media,
		type: typeOf(dataOf((schema ?? {}) as Json, at))
	}));
}

/** What a figure's answer is about lies in `data`; what stands around it is the same for all. */
function dataOf(schema: Json, at: Resolve): Json {
	const data = (schema.properties as Record<string, Json> | undefined)?.data;
	if (typeof data?.$ref === 'string' && !isSchema(data.$ref)) return at(data.$ref);
	return schema;
}

function isSchema(pointer: string): boolean {
	return pointer.startsWith(PREFIX) && !pointer.slice(PREFIX.length).includes('/');
}

function fieldsOf({ properties, required }: Json): Field[] {
	const must = (required ?? []) as string[];
	return Object.entries((properties ?? {}) as Record<string, Json>).map(([name, schema]) => ({
		name,
		type: typeOf(schema),
		required: must.includes(name),
		description: textOf(schema.description)
	}));
}

/** How a schema reads: `string`, `number or null`, `list of ItemRow`, `"a" | "b"`. */
export function typeOf(schema: Json): TypeWords {
	const { $ref, enum: known, anyOf, oneOf, allOf, type, items } = schema;
	if (typeof $ref === 'string') {
		const name = $ref.slice($ref.lastIndexOf('/') + 1);
		return [{ text: decodeURIComponent(name), schema: isSchema($ref) ? name : null }];
	}
	if ('const' in schema) return [{ text: JSON.stringify(schema.const), schema: null }];
	if (Array.isArray(known)) return joined(known.map((one) => plain(JSON.stringify(one))));
	const several = (anyOf ?? oneOf ?? allOf) as Json[] | undefined;
	if (several) return joined(several.map(typeOf), allOf ? ' & ' : ' | ');
	if (Array.isArray(type)) return joined(type.map((one) => typeOf({ ...schema, type: one })));
	if (type === 'array') return [...plain('list of '), ...typeOf((items ?? {}) as Json)];
	if (type === undefined) return plain('any');
	return plain(schema.format ? `${String(type)} (${String(schema.format)})` : String(type));
}

function plain(text: string): TypeWords {
	return [{ text, schema: null }];
}

function joined(types: readonly TypeWords[], by = ' | '): TypeWords {
	return types.flatMap((type, i) => (i > 0 ? [...plain(by), ...type] : type));
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** What a JSON pointer of the document leads to. */
function resolved(document: unknown, pointer: string): Json {
	const steps = pointer.replace(/^#\//, '').split('/').map(decodeURIComponent);
	return steps.reduce<unknown>((at, step) => (at as Json | undefined)?.[step], document) as Json;
}
