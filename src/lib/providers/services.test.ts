import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { recognisers } from './known.ts';
import { serviceName, services } from './services.ts';

test('services listed, recognised and sampled → the same ones, each with an export path', () => {
	const recognised = new Set(recognisers.map(({ provider }) => provider));
	const sampled = new Set(
		globSync('*/samples/**/*.csv', { cwd: import.meta.dirname }).map((path) => path.split('/')[0])
	);
	sampled.delete('by-hand');

	expect(services.map(({ id }) => id).sort()).toEqual([...recognised].sort());
	expect([...sampled].sort()).toEqual([...recognised].sort());
	for (const { exportPath } of services) expect(exportPath).not.toBe('');
});

test('a service that is listed → its name; any other → its id', () => {
	expect(serviceName('postmark')).toBe('Postmark');
	expect(serviceName('own-tool')).toBe('own-tool');
});
