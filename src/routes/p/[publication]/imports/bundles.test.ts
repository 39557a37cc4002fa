import { expect, test } from 'vitest';
import type { ImportRow } from '#lib/server/figures/imports.ts';
import type { WithTroubleWords } from './with-trouble-words.ts';
import { byDay } from './bundles.ts';

function row(
	id: number,
	name: string,
	container: string | null = null,
	startedAt = 0
): WithTroubleWords<ImportRow> {
	return Object.freeze({ id, name, container, startedAt }) as WithTroubleWords<ImportRow>;
}

const day = (at: number) => (at < 10 ? 'Monday' : 'Tuesday');

test('files of a zip or a folder → one bundle; a lone file → its own', () => {
	const rows = [
		row(1, 'opens.csv', 'export.zip'),
		row(2, 'clicks.csv', 'export.zip'),
		row(3, 'issues/12.html'),
		row(4, 'issues/13.html'),
		row(5, 'readers.csv')
	];

	expect(byDay(rows, day)[0]?.bundles.map(({ name, files }) => [name, files.length])).toEqual([
		['export.zip', 2],
		['issues', 2],
		['readers.csv', 1]
	]);
});

test('two files of one name → two bundles', () => {
	expect(byDay([row(1, 'a.csv'), row(2, 'a.csv')], day)[0]?.bundles).toHaveLength(2);
});

test('a zip imported on two days → a bundle in each, the days in the order given', () => {
	const days = byDay([row(1, 'a', 'x.zip', 20), row(2, 'a', 'x.zip', 5)], day);

	const ids = (bundles: (typeof days)[number]['bundles']) =>
		bundles.map(({ files }) => files.map(({ id }) => id));
	expect(days.map(({ name, bundles }) => [name, ids(bundles)])).toEqual([
		['Tuesday', [[1]]],
		['Monday', [[2]]]
	]);
});
