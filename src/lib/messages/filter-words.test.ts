import { expect, test } from 'vitest';
import { everything } from '#lib/filters/filters.ts';
import { comparisonWords } from './comparison-words.ts';
import { basisOf, filterWords, filterPeriod } from './filter-words.ts';
import { issueNames, type Choices } from './filter-offers.ts';
import { createFormats } from './format.ts';

test('two dates of one year → the year once; of two years, each its own; one day → that day', () => {
	const name = (from: string, to: string) =>
		filterPeriod({ ...everything, from, to }, [], createFormats('fr', 'Europe/Paris')).name;
	expect(name('2026-11-23', '2026-11-29')).toBe('23 nov. – 29 nov. 2026');
	expect(name('2025-12-29', '2026-01-04')).toBe('29 déc. 2025 – 4 janv. 2026');
	expect(name('2026-11-23', '2026-11-23')).toBe('23 nov. 2026');
});

test('a period of local dates in Auckland, twelve hours east of London or more → those dates', () => {
	const formats = createFormats('en', 'Pacific/Auckland');
	const name = (filters: object) => filterPeriod({ ...everything, ...filters }, [], formats).name;
	expect(name({ from: '2026-03-01', to: '2026-03-31' })).toBe('1 Mar – 31 Mar 2026');
	expect(name({ from: '2026-07-01' })).toBe('since 1 Jul 2026');
	expect(comparisonWords({ compare: '2026-01-01..2026-01-31' }, formats)).toBe(
		'vs. 1 Jan – 31 Jan 2026'
	);
});

const sent = (id: number, day: number) => ({
	id,
	number: id === 7 ? null : id,
	title: `Ebb ${id}`,
	sentAt: Date.UTC(2026, 4, day, 12)
});
const choices = { issues: [sent(9, 21), sent(8, 14), sent(7, 7)] } as unknown as Choices;
const said = (filters: object, issue: number | null) =>
	basisOf({ ...everything, ...filters }, issue, choices, createFormats('en', 'UTC'));

test('two issues of one number or title → each with its day', () => {
	const formats = createFormats('en', 'UTC');
	const issues = [sent(9, 21), { ...sent(9, 20), id: 3 }, sent(8, 14), sent(7, 7)];
	const names = issueNames({ ...choices, issues }, formats).map(({ name }) => name);
	expect(names).toEqual([
		'no.\u00a09 (21 May 2026)',
		'no.\u00a09 (20 May 2026)',
		'no.\u00a08',
		'Ebb 7'
	]);
});

test('figures of one issue → rest on that issue, and not on all', () => {
	expect(said({ issue: 8 }, 8)).toBe('no.\u00a08, 14 May 2026');
	expect(said({}, 7)).toBe('“Ebb 7”, 7 May 2026');
});

test('figures that no issue narrows → rest on their period', () => {
	expect(said({ issue: 8 }, null)).toBe('All issues, 7 May – 21 May 2026');
	expect(said({ last: 2 }, null)).toBe('2 issues, 14 May – 21 May 2026');
	// there are no twelve
	expect(said({ last: 12 }, null)).toBe('3 issues, 7 May – 21 May 2026');
});

test('a topic, section or issue that the publication does not have → said so, not its number; one without items → its name', () => {
	const empty = { sections: [{ id: 8, name: 'Tides' }], topics: [{ id: 4, name: 'Harbours' }] };
	const none = { ...choices, empty, sections: [], topics: [{ id: 3, name: 'Ports' }], authors: [] };
	const filters = { ...everything, topics: [3, 4, 14], sections: [8, 99], issue: 77 };
	const values = filterWords(filters, none, createFormats('en', 'UTC'), null).map(
		({ key, id, value }) => [key, id, value]
	);
	expect(values).toContainEqual(['topic', 3, 'Ports']);
	expect(values).toContainEqual(['topic', 4, 'Harbours']);
	expect(values).toContainEqual(['section', 8, 'Tides']);
	expect(values).toContainEqual(['topic', 14, 'unknown']);
	expect(values).toContainEqual(['section', 99, 'unknown']);
	expect(values).toContainEqual(['issue', 77, 'unknown']);
});
