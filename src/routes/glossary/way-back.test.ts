import { expect, test } from 'vitest';
import { wayBack } from './way-back.ts';

const HERE = 'https://news.example.com';

const backFrom = (referer: string | null, query = '') =>
	wayBack(
		{
			url: new URL(`${HERE}/glossary${query}`),
			request: { headers: new Headers(referer === null ? {} : { referer }) }
		},
		'en'
	);

test.each([
	[`${HERE}/p/tides/topics?last=12&topic=5`, '/p/tides/topics?last=12&topic=5', 'Topics'],
	[`${HERE}/p/tides/issues/7`, '/p/tides/issues/7', 'Issues'],
	[`${HERE}/publications`, '/publications', null]
])('somebody who comes from %s → the way back there, with its filters', (referer, to, name) => {
	expect(backFrom(referer)).toEqual({ to, name });
});

test.each([
	null,
	'nowhere',
	'https://elsewhere.example.com/p/tides/topics',
	`${HERE}/glossary?find=lift`,
	`${HERE}/`,
	`${HERE}//elsewhere.example.com`
])('somebody who comes from %j → no way back', (referer) => {
	expect(backFrom(referer)).toBeNull();
});

test('a search in the glossary → keeps where somebody came from, and no address of others', () => {
	const searched = `${HERE}/glossary`;
	expect(backFrom(searched, '?find=lift&from=/p/tides/items?last=3')?.to).toBe(
		'/p/tides/items?last=3'
	);
	expect(backFrom(searched, '?from=//elsewhere.example.com')).toBeNull();
	expect(backFrom(searched, '?from=javascript:alert(1)')).toBeNull();
});
