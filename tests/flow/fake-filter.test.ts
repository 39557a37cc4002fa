import { beforeAll, expect, test, vi } from 'vitest';
import type * as Declared from '#lib/filters/filters.ts';
import type { FilterName, FilterRecord, Filters, Narrowed } from '#lib/filters/filters.ts';

// A filter that is declared and nothing more appears wherever filters do.

const tide: FilterRecord = {
	name: 'tide' as FilterName,
	field: 'tides' as keyof Filters,
	several: true,
	takes: 'number',
	read: (text) => (/^[1-9]$/.test(text) ? Number(text) : null),
	value: 'N',
	partOf: 'items',
	holds: ['items', 'topics']
};
const set = { tides: [4, 7] };

beforeAll(() => {
	vi.doMock('#lib/filters/filters.ts', async (original) => {
		const real = await original<typeof Declared>();
		const everything = { ...real.everything, tides: [] };
		return { ...real, filterRecords: [...real.filterRecords, tide], everything };
	});
	vi.doMock('#lib/messages/compiled/messages.js', async (original) => {
		const real = await original<{ m: object }>();
		const own = { 'filter.tide': () => 'Tide', 'cli.option.tide': () => 'only at these tides' };
		return { ...real, m: { ...real.m, ...own } };
	});
	vi.resetModules();
	return () => {
		vi.doUnmock('#lib/filters/filters.ts');
		vi.doUnmock('#lib/messages/compiled/messages.js');
		vi.resetModules();
	};
});

const query = new URLSearchParams('tide=4&tide=7&tide=flood&last=3');

test('an address with it → read, carried to other pages, and taken off again', async () => {
	const { carried, changed, readFilters } = await import('#lib/filters/address.ts');
	expect(readFilters(query)).toMatchObject(set);
	expect(readFilters(new URLSearchParams())).toMatchObject({ tides: [] });
	expect(carried(query)).toContain('tide=4&tide=7');
	expect(changed(query, { tide: [7] })).toBe('?last=3&tide=7');
});

test('a program that asks for it → answered, and told of what makes no sense', async () => {
	const { readQuery } = await import('../../src/routes/api/query.ts');
	expect(readQuery(new URLSearchParams('tide=4&tide=7'))).toMatchObject(set);
	expect(() => readQuery(query)).toThrow('badNumber');
	const { openApi } = await import('../../src/routes/api/openapi.ts');
	const { components, paths } = openApi('1');
	expect(components.parameters.tide).toMatchObject({
		in: 'query',
		description: 'only at these tides; narrows overview, topics, items',
		schema: { type: 'array', items: { type: 'integer' } }
	});
	expect(JSON.stringify(paths['/api/publications/{publication}/items' as never])).toContain(
		'parameters/tide'
	);
});

test('a command → takes it as an option, offers it where it holds, and says in its help what it does', async () => {
	const { filterOptions, filtersOf } = await import('../../src/cli/filters.ts');
	expect(filterOptions('items').tide).toMatchObject({ value: 'N', multiple: true });
	expect(filterOptions('channels').tide).toMatchObject({ hidden: true });
	const { optionWords } = await import('../../src/cli/help.ts');
	expect(optionWords('tide', 'en')).toBe('only at these tides');

	const { newWorkspace } = await import('./publication.ts');
	const { db, publication } = await newWorkspace();
	const asked = (...tide: string[]) =>
		publication().then((one) => filtersOf(db, one, { options: { tide } }));
	expect(await asked('4', '7')).toMatchObject(set);
	await expect(asked('flood')).rejects.toThrow('badNumber');
});

test('figures that it narrows → asked with it, and said to be; others → without, and said so', async () => {
	const { everything } = await import('#lib/filters/filters.ts');
	const { holding, isNarrowing, narrowsItems } = await import('#lib/filters/narrowing.ts');
	const { filterWords, unappliedWords } = await import('#lib/messages/filter-words.ts');
	const { createFormats } = await import('#lib/messages/format.ts');
	const formats = createFormats('en', 'UTC');
	const filters = { ...everything, ...set } as Filters;
	expect([isNarrowing(filters), narrowsItems(filters)]).toEqual([true, true]);
	expect(holding(filters, 'items')).toMatchObject(set);
	expect(holding(filters, 'channels')).toMatchObject({ tides: [] });

	const choices = { sections: [], topics: [], authors: [], issues: [] };
	const empty = { sections: [], topics: [] };
	const said = (...figures: Narrowed[]) =>
		filterWords(filters, { ...choices, empty }, formats, figures).map(
			({ kind, value, note }) => `${kind} ${value} ${note}`
		);
	expect(said('items')).toEqual(['Tide 4 null', 'Tide 7 null']);
	expect(said('channels')).toEqual(['Tide 4 does not apply here', 'Tide 7 does not apply here']);
	expect(unappliedWords(filters, 'channels', formats)).toMatchObject([
		{ filter: 'tide', message: expect.stringMatching(/“Tide” does not apply to channels.*items/) }
	]);
});

test('a report that is narrowed by it → kept with it; one of before there was such a filter → read', async () => {
	const { degenerate } = await import('./degenerate-archives.ts');
	const { newWorkspace } = await import('./publication.ts');
	const { everything } = await import('#lib/filters/filters.ts');
	const { makeReport } = await import('#lib/server/report/make.ts');
	const { readSnapshot } = await import('#lib/server/report/snapshot.ts');
	const { db, publication, take } = await newWorkspace();
	await take(degenerate.usual!);
	const asked = { kind: 'editorial', name: null, locale: 'en' } as const;
	const filters = { ...everything, ...set } as Filters;
	const report = await makeReport(
		db,
		await publication(),
		{ ...asked, filters },
		1_900_000_000_000
	);
	expect(report.filters).toContainEqual(expect.stringContaining('Tide 4'));

	const stored = JSON.parse(JSON.stringify(report)) as { asked: { filters: object } };
	expect(readSnapshot(stored).asked.filters).toEqual(filters);
	Reflect.deleteProperty(stored.asked.filters, 'tides');
	expect(readSnapshot(stored).asked.filters).toEqual(everything);
});
