import { expect, test } from 'vitest';
import type { IssueDocument, Item } from '#lib/issue/source/document.ts';
import { linkNamed } from '../link-name.ts';
import { pagesByPlace } from './anchors.ts';
import { anchorOf, pageOfPlace } from './links-by-page.ts';
import { matchPages } from './match-pages.ts';

const week = 'https://example.org/week-14';

function itemOf(...links: string[]): Item {
	const own = links.map((url) => ({ url, target: url, text: 'Read on' }));
	return { title: 'A', role: 'editorial', format: 'brief', text: '', links: own, authors: [] };
}

function documentOf(...items: Item[]): IssueDocument {
	return {
		title: null,
		number: null,
		date: null,
		tags: [],
		authors: [],
		sections: [{ title: null, items }],
		otherLinks: []
	};
}

const digest = documentOf(itemOf(`${week}?utm_source=mail#quay`), itemOf(`${week}#salt`));

test.each([
	[`${week}#quay`, 'quay'],
	[`${week}?utm_source=x#quay?utm_medium=mail`, 'quay'],
	[week, ''],
	[`${week}#:~:text=quay`, ''],
	['https://example.org/#/quay', ''],
	[
		`https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${week}#quay`)}&data=x`,
		'quay'
	]
])('the place that %s leads to → %j', (url, anchor) => {
	expect(anchorOf(url)).toBe(anchor);
});

test('the key of a place → its page; of a page, also where a script reads its fragment → none', () => {
	expect(pageOfPlace(`${week}#quay`)).toBe(week);
	for (const key of [week, 'https://example.org#/quay', 'https://example.org#!quay'])
		expect(pageOfPlace(key)).toBeNull();
});

test('items at places of one page, and clicks that name them → each click is its item’s', () => {
	const clicked = [`${week}#quay`, `${week}?utm_campaign=n14#salt`];
	const byPlace = pagesByPlace(digest, clicked);
	expect([...byPlace]).toEqual([week]);

	const matches = matchPages(
		digest,
		clicked.map((url, id) => ({ id, url })),
		byPlace
	);
	expect([...matches.values()]).toMatchObject([
		{ how: 'text', page: `${week}#quay`, target: `${week}?utm_source=mail#quay` },
		{ how: 'text', page: `${week}#salt`, target: `${week}#salt` }
	]);
});

test.each([
	['an export without fragments', digest, [week]],
	['an export of which some links have none', digest, [week, `${week}#salt`]],
	['a fragment that no link of the letter has', digest, [`${week}#quay`, `${week}#eels`]],
	['places of one item', documentOf(itemOf(`${week}#quay`, `${week}#salt`)), [`${week}#quay`]],
	['items at one place', documentOf(itemOf(`${week}#a`), itemOf(`${week}#a`)), [`${week}#a`]]
])('%s → the page is one', (_, document, clicked) => {
	expect(pagesByPlace(document, clicked).size).toBe(0);
});

test('wrapped links that are told to lead to places → by place', () => {
	const wrapped = (id: string) => `https://x.us1.list-manage.com/track/click?u=a&id=${id}&e=`;
	const told = (id: string, target: string): Item => {
		const item = itemOf(target);
		return { ...item, links: [{ url: wrapped(id), target, text: 'Read on' }] };
	};
	const document = documentOf(told('1', `${week}#quay`), told('2', `${week}#salt`));
	const byPlace = pagesByPlace(document, [wrapped('2')]);
	const match = matchPages(document, [{ id: 7, url: wrapped('2') }], byPlace).get(7);
	expect(match).toMatchObject({ how: 'text', page: `${week}#salt` });
});

test('links that an export names by their titles → by place', () => {
	const [quay, salt] = [itemOf(`${week}#quay`), itemOf(`${week}#salt`)];
	const document = documentOf(
		{ ...quay, title: 'A new quay' },
		{ ...salt, title: 'Salt was gold' }
	);
	const clicked = ['A new quay', 'Salt was gold'].map(linkNamed);
	const byPlace = pagesByPlace(document, clicked);
	const matches = matchPages(
		document,
		clicked.map((url, id) => ({ id, url })),
		byPlace
	);
	expect([...matches.values()]).toMatchObject([
		{ how: 'text', page: `${week}#quay` },
		{ how: 'text', page: `${week}#salt` }
	]);
});
