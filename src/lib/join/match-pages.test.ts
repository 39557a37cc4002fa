import { expect, test } from 'vitest';
import type { IssueDocument, Item } from '#lib/issue/source/document.ts';
import { matchPages } from './match-pages.ts';

const link = (url: string, target = url, text = '') => ({ url, target, text });

function documentOf(...links: ReturnType<typeof link>[]): IssueDocument {
	const items: Item[] = links.map((own) => ({
		title: 'Un article',
		role: 'editorial',
		format: 'brief',
		text: '',
		links: [own],
		authors: []
	}));
	return Object.freeze({
		title: null,
		number: null,
		date: null,
		tags: [],
		authors: [],
		sections: [{ title: null, items }],
		otherLinks: [{ ...link('https://example.org/unsubscribe'), role: 'footer' as const }]
	});
}

const mailchimp = (id: string) => `https://x.us1.list-manage.com/track/click?u=a&id=${id}&e=`;

function match(document: IssueDocument, ...urls: string[]) {
	const matches = matchPages(
		document,
		urls.map((url, id) => ({ id, url }))
	);
	return urls.map((_, id) => matches.get(id));
}

test('the same page with other campaign parameters → matched; another page → not', () => {
	const document = documentOf(link('https://example.org/a/?utm_source=x'));
	expect(match(document, 'http://www.example.org/a', 'https://example.org/b')).toEqual([
		{
			how: 'page',
			target: 'https://example.org/a/?utm_source=x',
			page: 'https://example.org/a',
			sure: 'certain'
		},
		{ how: 'none' }
	]);
});

test('a link of the footer → matched', () => {
	expect(match(documentOf(), 'https://example.org/unsubscribe')).toMatchObject([{ how: 'page' }]);
});

test('a wrapped link that the document resolves → its target; one that it lacks → unresolvable', () => {
	const document = documentOf(link(mailchimp('1'), 'https://example.org/a', 'Un article'));
	const page = 'https://example.org/a';
	expect(match(document, mailchimp('1'), mailchimp('2'))).toEqual([
		{ how: 'text', target: page, page, sure: 'certain' },
		{ how: 'unresolvable' }
	]);
});

test('a wrapped link that the document holds unresolved → still matched with its item', () => {
	expect(match(documentOf(link(mailchimp('1'))), mailchimp('1'))).toMatchObject([{ how: 'page' }]);
});

test('a wrapped link with two targets → unresolvable', () => {
	const document = documentOf(
		link(mailchimp('1'), 'https://example.org/a'),
		link(mailchimp('1'), 'https://example.org/b')
	);
	expect(match(document, mailchimp('1'))).toEqual([{ how: 'unresolvable' }]);
});

test('links that differ for each reader, cut to the same remains → never matched', () => {
	const remains = 'https://link.mail.beehiiv.com/ss/c/';
	expect(match(documentOf(link(remains), link(remains)), remains)).toEqual([
		{ how: 'unresolvable' }
	]);
});

test('numbered links, as many as the pages → matched by order; one fewer → unresolvable', () => {
	const numbered = (n: number) => `https://x.activehosted.com/lt.php?s=&i=12A34A1A${n}`;
	const pages = ['a', 'b', 'c'].map((page) => link(`https://example.org/${page}`));
	const all = [10, 11, 12, 13].map(numbered);

	expect(match(documentOf(...pages), ...all)[1]).toEqual({
		how: 'order',
		target: 'https://example.org/b',
		page: 'https://example.org/b',
		sure: 'likely'
	});
	expect(match(documentOf(...pages), ...all.slice(1))[1]).toEqual({ how: 'unresolvable' });
});

const pagesOf = (document: IssueDocument, ...urls: string[]) =>
	match(document, ...urls).map((found) => (found && 'target' in found ? found.target : null));

test('a parameter that the export has on every link and the document on none → the document’s pages', () => {
	const document = documentOf(link('https://example.org/a'), link('https://example.org/b?id=2'));
	const asked = ['a?ee=x1', 'b?ee=x2&id=2', 'b?ee=x3&id=3', 'c?ee=x4'];
	expect(pagesOf(document, ...asked.map((path) => `https://example.org/${path}`))).toEqual([
		'https://example.org/a',
		'https://example.org/b?id=2',
		null,
		null
	]);
});

test('a parameter that the document has on every link and the export on none → the document’s pages', () => {
	const urls = ['https://example.org/a?from=letter', 'https://example.org/b?from=letter&id=2'];
	const document = documentOf(...urls.map((url) => link(url)));
	expect(pagesOf(document, 'https://example.org/a', 'https://example.org/b?id=2')).toEqual(urls);
});

test('a parameter that tells pages of one path apart → is left', () => {
	const document = documentOf(link('https://example.org/'), link('https://example.org/?p=1'));
	const asked = [2, 3, 4].map((p) => `https://example.org/?p=${p}`);
	expect(pagesOf(document, ...asked)).toEqual([null, null, null]);
});

test('links in small letters → the one page that has these letters, none where two have', () => {
	const [one, ...two] = [
		'https://example.org/aBc',
		'https://example.org/X',
		'https://example.org/x'
	];
	const document = documentOf(...[one!, ...two].map((url) => link(url)));
	expect(pagesOf(document, 'https://example.org/abc', 'https://example.org/ABC')).toEqual([
		one,
		one
	]);
	expect(
		pagesOf(
			documentOf(link('https://example.org/aB'), link('https://example.org/Ab')),
			'https://example.org/ab'
		)
	).toEqual([null]);
});

test('a long link that an export cut off → the one page that begins so', () => {
	const long = `https://www.example.org/${'quay-'.repeat(45)}`;
	const document = documentOf(link(`${long}one?id=1`), link(`${long}two?id=2`));
	expect(pagesOf(document, `${long}one?id`, `${long}tw`, long, `${long}two?id=2&utm_ca`)).toEqual([
		`${long}one?id=1`,
		`${long}two?id=2`,
		null,
		`${long}two?id=2`
	]);
	// one that is shown shortened says so
	const quays = documentOf(
		link('https://www.example.org/quays/new?a=1'),
		link('https://example.org/quays/old')
	);
	expect(
		pagesOf(
			quays,
			'https://example.org/quays/n...',
			'https://www.example.org/quays/ol…',
			'https://example.org/qu…'
		)
	).toEqual(['https://www.example.org/quays/new?a=1', 'https://example.org/quays/old', null]);
	// a short one is another page
	expect(pagesOf(documentOf(link('https://example.org/ab')), 'https://example.org/a')).toEqual([
		null
	]);
});

test('links that end in a code of each reader → the one link of the document that ends in one', () => {
	const vote = (code: string) => `https://vote.example.org/v/42/${code}`;
	const readers = ['aB3dE5fG', 'Zz9yX8wV', 'q1W2e3R4'].map(vote);
	expect(pagesOf(documentOf(link(vote('EdIt0r99'))), ...readers)).toEqual(
		readers.map(() => vote('EdIt0r99'))
	);
	// two readers may have gone elsewhere, and of two such links it is not known which
	expect(pagesOf(documentOf(link(vote('EdIt0r99'))), ...readers.slice(1))).toEqual([null, null]);
	expect(pagesOf(documentOf(link(vote('EdIt0r99')), link(vote('0therOne'))), ...readers)).toEqual([
		null,
		null,
		null
	]);
	// numbers of articles are no codes, nor are words
	const articles = ['100001', '100002', '100003'].map(vote);
	expect(pagesOf(documentOf(link(vote('100009'))), ...articles)).toEqual([null, null, null]);
	const words = ['harbour', 'ferries', 'cranes1'].map(vote);
	expect(pagesOf(documentOf(link(vote('lockers'))), ...words)).toEqual([null, null, null]);
});

test('a link escaped once more, and one in small letters with parameters in their order → found', () => {
	const urls = ['https://example.org/a%2Fb/c%20d', 'https://example.org/x?Itemid=1&catid=2'];
	const document = documentOf(...urls.map((url) => link(url)));
	expect(
		pagesOf(
			document,
			'https://example.org/a%252Fb/c%2520d',
			'https://example.org/x?catid=2&itemid=1'
		)
	).toEqual(urls);
});
