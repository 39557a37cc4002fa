import { globSync } from 'tinyglobby';
import { expect, test } from 'vitest';
import { known } from './known.ts';
import { serviceName, services } from './services.ts';

test('every service that is recognised has its name, its export path and a sample, and no other has', () => {
	const recognised = new Set(known.map(({ provider }) => provider));
	const sampled = new Set(
		globSync('*/samples/**/*.csv', { cwd: import.meta.dirname }).map((path) => path.split('/')[0])
	);
	sampled.delete('by-hand');

	expect(services.map(({ id }) => id).sort()).toEqual([...recognised].sort());
	expect([...sampled].sort()).toEqual([...recognised].sort());
	for (const { exportPath } of services) expect(exportPath).not.toBe('');
});

test('a service nobody knows is called by its id', () => {
	expect(serviceName('postmark')).toBe('Postmark');
	expect(serviceName('own-tool')).toBe('own-tool');
});
