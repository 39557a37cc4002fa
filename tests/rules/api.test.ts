import { readFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';
import { expect, test } from 'vitest';

test('the kept schema of the API’s answers → the one made from their types (else `npm run api`)', () => {
	const made = createGenerator({
		path: 'src/routes/api/answers.ts',
		type: 'Described',
		tsconfig: 'tsconfig.json',
		skipTypeCheck: true
	}).createSchema('Described');
	const kept: unknown = JSON.parse(readFileSync('src/routes/api/answers.schema.json', 'utf8'));

	expect(kept).toEqual(JSON.parse(JSON.stringify(made)));
}, 60_000);

test('a description in the API’s reference → in the words of the glossary', () => {
	const kept = readFileSync('src/routes/api/answers.schema.json', 'utf8');
	const said = [...kept.matchAll(/"description": "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!);
	expect(said.length).toBeGreaterThan(500);
	// position, average, zero
	expect(said.filter((text) => /\bslots?\b|\busual\b|\bnought\b/i.test(text))).toEqual([]);
});
