import { afterEach, expect, test } from 'vitest';
import { locales } from '#lib/locales.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { getLocale, overwriteGetLocale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import { definitionId } from '#lib/ui/glossary.ts';
import { foundIn, glossary } from './glossary.ts';

const readLocale = getLocale;
afterEach(() => overwriteGetLocale(readLocale));

test('the glossary → each term once, with a meaning, under an anchor of its own', () => {
	const terms = glossary().flatMap((group) => group.terms);
	expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
	expect(terms.filter(({ name, about }) => !name || !about)).toEqual([]);
	expect(terms.map(({ name }) => name)).toContain('Lift');
});

test('a definition with a window, and one with another after it → found where the glossary has it', () => {
	const ids = new Map(
		glossary().flatMap(({ terms }) => terms.map(({ id, about }) => [definitionId(about), id]))
	);
	expect(ids.get(definitionId(m['def.return']({ n: 365 })))).toBe('return');
	const both = [m['def.return']({ n: 30 }), m['def.channelValue']({ n: 30 })].join(' ');
	expect(ids.get(definitionId(both))).toBe('return');
});

test('words typed → the terms that have all of them, those by their name first; none → all', () => {
	const found = foundIn(glossary(), 'LIFT section').flatMap(({ terms }) => terms);
	expect(found[0]?.id).toBe('section-lift');
	for (const { name, about } of found)
		expect(`${name} ${about}`.toLowerCase()).toMatch(/lift(?=[^]*section)|section(?=[^]*lift)/);
	expect(foundIn(glossary(), 'xyzzy')).toEqual([]);
	expect(foundIn(glossary(), '  ')).toEqual(glossary());
});

/** Said of a page as a whole. */
const ELSEWHERE = ['def.basis'];

test.each(locales)(
	'every definition of a figure, in %s → in the glossary, each under an anchor of its own',
	(locale) => {
		overwriteGetLocale(() => locale);
		const ids = glossary().flatMap(({ terms }) => terms.map(({ about }) => definitionId(about)));
		expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
		const said = Object.keys(m).filter((key) => key.startsWith('def.') && !ELSEWHERE.includes(key));
		const missing = said.filter(
			(key) =>
				!ids.includes(definitionId(words(key as Parameters<typeof words>[0], { n: 90 }, locale)))
		);
		expect(said.length).toBeGreaterThan(30);
		expect(missing).toEqual([]);
	}
);
