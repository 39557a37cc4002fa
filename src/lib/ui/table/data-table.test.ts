import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { declare } from '#lib/columns/declare.ts';
import { renderTable } from '#lib/columns/render-table.ts';
import { listOf } from '#lib/columns/list.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { createFormats } from '#lib/messages/format.ts';
import Figure from '../Figure.svelte';
import DataTable from './DataTable.svelte';
import WithAddress from './WithAddress.test.svelte';

type Row = { topic: string; clickers: number | null; share: number };

const table = declare<Row>()({
	name: 'made-up',
	columns: [
		{ key: 'topic' },
		{ key: 'clickers', kind: 'count', sum: true },
		{ key: 'share', kind: 'share' },
		{
			key: 'bar',
			head: m['table.bar'],
			file: false,
			draw: { as: 'bar', of: ({ share }) => ({ value: share }) }
		},
		{ key: 'remove', head: m['reports.remove'], act: true, file: false }
	],
	views: {
		page: ['topic', 'clickers'],
		figure: ['topic', 'clickers', 'bar'],
		figureForms: ['topic', 'remove'],
		card: ['topic', 'bar']
	}
});
const formats = createFormats('en', 'UTC');
const rows: Row[] = [
	{ topic: 'Bridges', clickers: 1200, share: 0.4 },
	{ topic: 'Ports', clickers: 34, share: 0.1 },
	{ topic: 'Écluses', clickers: null, share: 0.5 }
];
const many = Array.from({ length: 120 }, (_, i) => ({
	topic: `T${i}`,
	clickers: i,
	share: i / 120
}));

type Shown = {
	view?: 'page' | 'figure' | 'figureForms';
	rows?: Row[];
	query?: string;
	props?: object;
};

/** The table as a server writes it, of an address. */
function shown({ view = 'page', rows: of = rows, query = '', props = {} }: Shown): string {
	const given = { table: renderTable(table, view, of, formats), label: 'Topics', ...props };
	return render(WithAddress, { props: { query, given } }).body.replace(/<!--[^]*?-->/g, '');
}
const names = (html: string) =>
	[...html.matchAll(/<th scope="row"[^>]*>([^]*?)<\/th>/g)].map(([, name]) =>
		name!.replace(/<[^>]*>/g, '').trim()
	);

test('a table without an address → rows as given, each cell under its label, and their sum', () => {
	const html = shown({});
	expect(names(html)).toEqual(['Bridges', 'Ports', 'Écluses', 'Total']);
	expect(html).toContain('data-label="Clickers"');
	expect(html).toMatch(/<tfoot>[^]*1,234/);
	expect(html).not.toContain('type="search"');
});

test('a column of what can be done with a row → its page writes the cell; no order, no label', () => {
	const remove = createRawSnippet<[Row]>((row) => ({
		render: () => `<button>Remove ${row().topic}</button>`
	}));
	const html = shown({ view: 'figureForms', props: { cells: { remove } } });
	expect(html.match(/<button>Remove /g)).toHaveLength(3);
	expect(html).not.toContain('order=remove');
	expect(html).not.toContain('data-label="Remove"');
});

test('an order in the address → sorted before any script runs, and its head says so', () => {
	const html = shown({ query: 'made-up.order=-clickers' });
	expect(names(html)).toEqual(['Ports', 'Bridges', 'Écluses', 'Total']);
	expect(html).toContain('aria-sort="ascending"');
	expect(html).toContain('href="?made-up.order=clickers"'.replace('=clickers', '=topic'));
});

test('words looked for in the address → those rows alone, and no sum that would pass for all', () => {
	const html = shown({ query: 'made-up.find=eclus' });
	expect(names(html)).toEqual(['Écluses']);
	expect(html).toContain('1 of 3 rows');
	expect(html).not.toContain('<tfoot>');
	expect(names(shown({ query: 'made-up.find=nothing' }))).toEqual([]);
	expect(shown({ query: 'made-up.find=nothing' })).toContain('No rows.');
});

test('a table of the clearest rows, of which there is none → what it left out is said', () => {
	const gap = { before: 0, text: '3 others: no clear difference' };
	const html = shown({ rows: [], props: { gap } });
	expect(html).toContain(gap.text);
	expect(html).not.toContain('No rows.');
});

test('columns in the address → these, in any view; an unknown one changes nothing', () => {
	expect(shown({ query: 'made-up.columns=topic&made-up.columns=share' })).toContain('40.0%');
	expect(shown({ query: 'made-up.columns=nothing' })).toContain('1,200');
});

test('more rows than a page holds → a page, a link to the next, and what else was asked stays asked', () => {
	const html = shown({ rows: many, query: 'last=12&made-up.order=clickers' });
	expect(names(html)).toHaveLength(100);
	expect(names(html)[0]).toBe('T119');
	expect(html).toContain('href="?last=12&amp;made-up.order=clickers&amp;made-up.page=2"');
	expect(html).toContain('Page 1 of 2');
	expect(names(shown({ rows: many, query: 'made-up.page=2' }))).toHaveLength(20);
});

test('a page of a list that the server keeps → its rows, with parameters of the page itself', () => {
	const list = listOf(table, many, { params: new URLSearchParams('page=3&order=topic'), formats });
	const html = shown({ rows: list.rows, query: 'page=3&order=topic', props: { list } });
	expect(names(html)).toHaveLength(20);
	expect(html).toContain('Page 3 of 3');
	expect(html).toContain('href="?order=topic&amp;page=2"');
});

test('a figure → bars drawn to the longest, and on a phone only what its card has room for', () => {
	const html = shown({ view: 'figure' });
	const widths = [...html.matchAll(/<rect [^>]*width="([\d.]+)%"/g)].map(([, width]) => width);
	expect(widths).toEqual(['80', '20', '100']);
	expect(html).toMatch(/<td class="[^"]*\bnum\b[^"]*\bmore\b/);
	expect(html).not.toMatch(/<td class="[^"]*\bbar\b[^"]*\bmore\b/);
});

test('a value that nobody knows → its card leaves it out with its label, and nothing else', () => {
	const html = shown({});
	expect(html.match(/<td class="[^"]*\bblank\b[^"]*"[^>]*>–/g)).toHaveLength(1);
	expect(html.match(/\bblank\b/g)).toHaveLength(1);
});

test('a cell that its page writes → in its card, unless it is a dash', () => {
	const remove = createRawSnippet(() => ({ render: () => '<button>Remove</button>' }));
	const html = shown({ view: 'figureForms', props: { cells: { remove } } });
	expect(html).not.toMatch(/\bblank\b/);
	expect(shown({ view: 'figureForms' }).match(/\bblank\b/g)).toHaveLength(3);
});

test('rows that lead somewhere, are chosen or do not count → links, and classes for the stylesheet', () => {
	const html = shown({
		props: {
			href: ({ topic }: Row) => `/topics/${topic}`,
			chosen: ({ topic }: Row) => topic === 'Ports',
			faint: ({ topic }: Row) => topic === 'Bridges'
		}
	});
	expect(html).toContain('href="/topics/Ports"');
	expect(html.match(/<tr class="[^"]*\bchosen\b/g)).toHaveLength(1);
	expect(html.match(/<tr class="[^"]*\bfaint\b/g)).toHaveLength(1);
});

test('a figure with a table and a definition → its drawing first, the table one press away', () => {
	const { body } = render(Figure, {
		props: {
			title: 'Topics',
			sub: 'Clickers',
			csv: '/topics.csv',
			table: () => renderTable(table, 'page', rows, formats),
			children: createRawSnippet(() => ({ render: () => '<p>drawn</p>' }))
		}
	});
	expect(body).toContain('<p>drawn</p>');
	expect(body).not.toContain('<table');
	expect(body.match(/aria-pressed="(true|false)"/g)).toEqual([
		'aria-pressed="true"',
		'aria-pressed="false"'
	]);
	expect(body).toMatch(/aria-labelledby="([^"]+)"[^]*<h2 id="\1"/);
});

test('a table without what layouts give → shown all the same', () => {
	const { body } = render(DataTable, {
		props: { table: renderTable(table, 'page', rows, formats), label: 'Topics' }
	});
	expect(body).toContain('Bridges');
});

test('a row of which nothing is sure → why, as small as the word of a mark; any other → its mark', () => {
	const certain = declare<{ topic: string; is: boolean }>()({
		name: 'certain',
		columns: [
			{ key: 'topic' },
			{
				key: 'sure',
				cell: () => 'clicks unknown',
				mark: ({ is }) => (is ? { certainty: 'clear', side: 'above' } : null)
			}
		],
		views: { page: ['topic', 'sure'] }
	});
	const of = [true, false].map((is) => ({ topic: 'T', is }));
	const given = { table: renderTable(certain, 'page', of, formats), label: 'Topics' };
	const html = render(WithAddress, { props: { query: '', given } }).body.replace(
		/<!--[^]*?-->/g,
		''
	);
	const cells = [...html.matchAll(/<td class="sure[^>]*>([^]*?)<\/td>/g)].map(([, cell]) => cell!);
	expect(cells.map((cell) => cell.includes('class="mark'))).toEqual([true, false]);
	expect(cells[1]).toContain('clicks unknown');
});

test('a cell of ordinary words → none is broken; of an address → wherever its column ends', () => {
	const worded = declare<{ topic: string; advice: string }>()({
		name: 'made-up-words',
		columns: [{ key: 'topic' }, { key: 'advice', head: m['next.head.advice'] }],
		views: { page: ['topic', 'advice'] }
	});
	const cells = (advice: string, cells = {}) => {
		const table = renderTable(worded, 'page', [{ topic: 'Ports', advice }], formats);
		const html = render(WithAddress, { props: { query: '', given: { table, label: 'T', cells } } });
		return /<td class="([^"]*)"/.exec(html.body)![1]!.split(' ');
	};
	expect(cells('davantage')).toContain('whole');
	expect(cells('ana@example.org')).toContain('whole');
	expect(cells('https://example.org/a/path')).not.toContain('whole');
	const advice = createRawSnippet<[unknown]>(() => ({ render: () => '<b>davantage</b>' }));
	expect(cells('davantage', { advice })).toContain('whole');
});
