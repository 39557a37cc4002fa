import { expect, test } from 'vitest';
import { issueFinding, itemStatements } from './issue.ts';

test('an issue outside the usual variation → above or below; within it → neither', () => {
	const stand = (factor: number, within: boolean) => [{ of: 'clickers', factor, within }];
	expect(issueFinding(stand(1.1, true))?.key).toBe('finding.issue.within');
	expect(issueFinding(stand(1.6, false))).toEqual({
		key: 'finding.issue.above',
		values: { factor: { lift: 1.6 } }
	});
	expect(issueFinding(stand(0.5, false))?.key).toBe('finding.issue.below');
	expect(issueFinding([])).toBeNull();
});

test('items of an issue → sentences count those that their marks call clear, and name the furthest of these alone', () => {
	const item = (title: string, lift: number | null, low: number, high: number) => ({
		title,
		lift,
		low,
		high,
		above: lift === null ? null : lift > 1 ? 0.99 : 0.01,
		enough: lift !== null
	});
	const keys = (items: Parameters<typeof itemStatements>[0]) =>
		itemStatements(items).map(({ key }) => key);
	const unsure = [item('Quays', 1.9, 0.9, 4), item('Tides', 1.01, 0.91, 1.12)];
	expect(itemStatements([...unsure, item('Buoys', null, 0, 0)])).toEqual([
		{ key: 'report.says.issue.noneClear', values: { n: { n: 2 } } }
	]);
	expect(keys([item('Quays', null, 0, 0)])).toEqual([]);

	const said = itemStatements([
		...unsure,
		item('Locks', 1.5, 1.2, 1.9),
		item('Ropes', 1.4, 1.1, 1.8)
	]);
	expect(said).toEqual([
		{ key: 'report.says.issue.counts', values: { above: { count: 2 }, below: { count: 0 } } },
		expect.objectContaining({
			key: 'report.says.issue.best',
			values: expect.objectContaining({ item: { quoted: 'Locks' } })
		})
	]);
});
