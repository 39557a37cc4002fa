import { expect, test } from 'vitest';
import { openApi } from '../openapi.ts';
import { referenceOf, typeOf } from './reference.ts';

const document = openApi('1.0.0');
const { operations, schemas } = referenceOf(document);
const said = (schema: Parameters<typeof typeOf>[0]) =>
	typeOf(schema)
		.map(({ text }) => text)
		.join('');

test('any request of the document → on the page once, with scopes, responses and a summary', () => {
	const wanted = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
	);
	expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(wanted.sort());
	expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
	for (const { scopes, responses, summary } of operations) {
		expect(scopes.length).toBeGreaterThan(0);
		expect(responses.length).toBeGreaterThan(0);
		expect(summary).toMatch(/\S/);
	}
});

test('any type that is named → a schema of the page', () => {
	const names = new Set(schemas.map(({ name }) => name));
	const types = [
		...operations.flatMap(({ parameters, body, responses }) => [
			...parameters.map(({ type }) => type),
			...body.map(({ type }) => type),
			...responses.map(({ type }) => type)
		]),
		...schemas.flatMap(({ type, fields }) => [type, ...fields.map((one) => one.type)])
	];
	const lost = types.flat().flatMap(({ schema }) => (schema && !names.has(schema) ? schema : []));
	expect([...new Set(lost)]).toEqual([]);
	expect(types.flat().length).toBeGreaterThan(300);
});

test('a schema → its type in words', () => {
	expect(said({ type: ['number', 'null'] })).toBe('number | null');
	expect(said({ type: 'array', items: { $ref: '#/components/schemas/ItemRow' } })).toBe(
		'list of ItemRow'
	);
	expect(said({ enum: ['dmy', 'mdy'] })).toBe('"dmy" | "mdy"');
	expect(said({ anyOf: [{ type: 'string', format: 'date' }, { const: 0 }] })).toBe(
		'string (date) | 0'
	);
	expect(said({})).toBe('any');
});
