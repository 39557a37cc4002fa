import { expect, test } from 'vitest';
import { versionsFinding } from './versions.ts';

const version = (issueId: number, low: number, high: number) => ({
	issueId,
	low,
	high,
	lift: Math.sqrt(low * high),
	above: null,
	enough: true
});
const ahead = [version(1, 1.1, 1.4), version(1, 0.7, 0.9)];
const alike = [version(2, 0.9, 1.1), version(2, 0.9, 1.1)];

test.each([
	['no test decides', alike, 'finding.versions.none'],
	['the only test decides', ahead, 'finding.versions.one'],
	['one of two tests decides', [...ahead, ...alike], 'finding.versions.some']
])('%s → said so', (_, versions, key) => {
	expect(versionsFinding(versions)).toMatchObject({ key });
});

test('counts that may hold machines → no version is called clearly ahead', () => {
	const counted = ahead.map((one) => ({ ...one, why: 'countsOnly' }));
	expect(versionsFinding(counted)).toMatchObject({
		key: 'finding.versions.none',
		values: { n: { n: 1 } }
	});
});
