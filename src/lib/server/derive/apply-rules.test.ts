import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTemplateRules } from './apply-rules.ts';
import type { EditableReading } from './reading.ts';
import { isBelow, replacedBy, ruleTitleKey, type TemplateRule } from './template-rule.ts';

const item = (title: string, section: string | null, text = '') => ({
	title,
	section,
	text,
	format: null,
	authors: [],
	authorsSaid: false,
	role: 'editorial' as const
});
const link = (index: number | null, key: string) => ({
	item: index,
	key,
	url: key,
	text: key,
	role: 'editorial' as const
});

const reading: EditableReading = Object.freeze({
	items: [
		item('Lock', 'NEWS'),
		item('Bridge', 'NEWS', 'Offered by Boat & Co: a bridge.'),
		item('Short', 'NEWS'),
		item('Boat no. 12', null),
		item('Join us', 'About us')
	].map((one, i) => ({ ...one, position: i + 1 })),
	links: [
		link(0, 'https://a.example/1'),
		link(0, 'https://shop.example/hats?x=1'),
		link(1, 'https://b.example'),
		link(3, 'https://shop.example/boats'),
		link(4, 'https://c.example/join')
	]
});

/** position, section, title, role and the pages of each item; then the links outside of them */
const summary = ({ items, links }: EditableReading) => [
	...items.map(({ title, position, section, role }, i) =>
		[position, section, title, role, ...links.filter((one) => one.item === i).map(({ key }) => key)]
			.map(String)
			.join(' | ')
	),
	...links.filter((one) => one.item === null).map(({ key, role }) => `${key} ${role}`)
];

const ruled = (...rules: TemplateRule[]) => summary(applyTemplateRules(reading, rules));

test('an item that is split → each page that it leads to is an item, called as its link is', () => {
	const where = { title: ruleTitleKey('Lock') };
	expect(ruled({ kind: 'split', where }).slice(0, 3)).toEqual([
		'1 | NEWS | https://a.example/1 | editorial | https://a.example/1',
		'2 | NEWS | https://shop.example/hats?x=1 | editorial | https://shop.example/hats?x=1',
		'3 | NEWS | Bridge | editorial | https://b.example'
	]);
	// one page alone is nothing to split
	expect(ruled({ kind: 'split', where: { title: ruleTitleKey('Bridge') } })).toEqual(ruled());
});

test('a heading renamed → the new section, with the rules of its new name', () => {
	const applied = applyTemplateRules(reading, [
		{ kind: 'role', where: { heading: 'notes' }, role: 'house' },
		{ kind: 'section', where: { heading: 'news' }, to: 'Notes' },
		{ kind: 'section', where: { heading: 'about us' }, to: null }
	]);
	expect(applied.items.map(({ section, role }) => `${section} ${role}`)).toEqual([
		'Notes house',
		'Notes house',
		'Notes house',
		'null editorial',
		'null editorial'
	]);
});

test('chains of renamed headings → the last name; a circle → an end', () => {
	const names = (...pairs: [string, string][]) =>
		applyTemplateRules(
			reading,
			pairs.map(([heading, to]) => ({ kind: 'section', where: { heading }, to }))
		).items[0]!.section;
	expect(names(['news', 'Notes'], ['notes', 'Brief'])).toBe('Brief');
	expect(names(['notes', 'Brief'], ['news', 'Notes'])).toBe('Brief');
	expect(names(['news', 'Notes'], ['notes', 'News'])).toBe('News');
});

test('an item made a heading → the section of those below it, as far as they shared its own', () => {
	expect(ruled({ kind: 'heading', where: { title: 'short' } })).toContain(
		'3 | null | Boat no. 12 | editorial | https://shop.example/boats'
	);
	const applied = applyTemplateRules(reading, [{ kind: 'heading', where: { title: 'lock' } }]);
	// it leads somewhere: it is called by its link, and stands first
	expect(applied.items.slice(0, 4).map(({ title, section }) => `${title} | ${section}`)).toEqual([
		'https://a.example/1 | Lock',
		'Bridge | Lock',
		'Short | Lock',
		'Boat no. 12 | null'
	]);
});

test('rules by first words, by title or by link → the role or section of the items that match', () => {
	expect(
		ruled(
			{ kind: 'role', where: { words: 'offered by' }, role: 'sponsor' },
			{ kind: 'move', where: { title: ruleTitleKey('Boat no. 99') }, to: 'Ads' },
			{ kind: 'role', where: { link: 'c.example' }, role: 'footer' }
		)
	).toEqual([
		'1 | NEWS | Lock | editorial | https://a.example/1 | https://shop.example/hats?x=1',
		'2 | NEWS | Bridge | sponsor | https://b.example',
		'3 | NEWS | Short | editorial',
		'4 | Ads | Boat no. 12 | editorial | https://shop.example/boats',
		'https://c.example/join footer'
	]);
});

test('links to a place → out of their items; an item of no other links → their role', () => {
	expect(ruled({ kind: 'links', where: { link: 'shop.example' }, role: 'house' })).toEqual([
		'1 | NEWS | Lock | editorial | https://a.example/1',
		'2 | NEWS | Bridge | editorial | https://b.example',
		'3 | NEWS | Short | editorial',
		'4 | null | Boat no. 12 | house | https://shop.example/boats',
		'5 | About us | Join us | editorial | https://c.example/join',
		'https://shop.example/hats?x=1 house'
	]);
});

test('an item merged by a rule → part of the one above; the first item → as it was', () => {
	expect(
		ruled(
			{ kind: 'merge', where: { title: 'short' } },
			{ kind: 'merge', where: { title: 'lock' } }
		).slice(0, 3)
	).toEqual([
		'1 | NEWS | Lock | editorial | https://a.example/1 | https://shop.example/hats?x=1',
		'2 | NEWS | Bridge | editorial | https://b.example',
		'3 | null | Boat no. 12 | editorial | https://shop.example/boats'
	]);
});

test('two rules about one item → the more specific one holds', () => {
	const [, , , boat] = applyTemplateRules(reading, [
		{ kind: 'role', where: { title: 'boat no 0' }, role: 'editorial' },
		{ kind: 'role', where: { link: 'shop.example' }, role: 'house' },
		{ kind: 'role', where: { link: 'shop.example/boats' }, role: 'sponsor' }
	]).items;
	expect(boat!.role).toBe('editorial');
	expect(
		applyTemplateRules(reading, [
			{ kind: 'role', where: { link: 'shop.example/boats' }, role: 'sponsor' },
			{ kind: 'role', where: { link: 'shop.example' }, role: 'house' }
		]).items[3]!.role
	).toBe('sponsor');
});

test('a place → what lies below it, not what merely begins alike', () => {
	expect(isBelow('https://example.com/shop/hats', 'example.com/shop')).toBe(true);
	expect(isBelow('https://example.com/shop?x=1', 'example.com/shop')).toBe(true);
	expect(isBelow('https://example.com/', 'example.com')).toBe(true);
	expect(isBelow('https://example.com/shopping', 'example.com/shop')).toBe(false);
	expect(isBelow('https://example.community', 'example.com')).toBe(false);
});

test('a new rule → replaces one on the same subject, and one that would lead back', () => {
	const rules = [
		{ rule: { kind: 'section', where: { heading: 'news' }, to: 'Notes' } as const },
		{ rule: { kind: 'section', where: { heading: 'notes' }, to: 'Brief' } as const },
		{ rule: { kind: 'role', where: { heading: 'notes' }, role: 'house' } as const }
	];
	const replaced = (rule: TemplateRule) => replacedBy(rules, rule).map((one) => rules.indexOf(one));
	expect(replaced({ kind: 'section', where: { heading: 'news' }, to: 'X' })).toEqual([0]);
	expect(replaced({ kind: 'section', where: { heading: 'brief' }, to: 'News' })).toEqual([1]);
	expect(replaced({ kind: 'section', where: { heading: 'old' }, to: 'News' })).toEqual([]);
	expect(replaced({ kind: 'role', where: { heading: 'notes' }, role: 'sponsor' })).toEqual([2]);
});

const rule: fc.Arbitrary<TemplateRule> = fc.oneof(
	fc.record({
		kind: fc.constant('section' as const),
		where: fc.record({ heading: fc.constantFrom('news', 'about us', 'notes', 'lock') }),
		to: fc.constantFrom('Notes', 'News', 'About', null)
	}),
	fc.record({
		kind: fc.constant('role' as const),
		where: fc.oneof(
			fc.record({ heading: fc.constantFrom('news', 'notes', 'about') }),
			fc.record({ title: fc.constantFrom('lock', 'boat no 0', 'bridge') }),
			fc.record({ words: fc.constantFrom('offered by', 'boat') }),
			fc.record({ link: fc.constantFrom('shop.example', 'shop.example/hats', 'c.example') })
		),
		role: fc.constantFrom('editorial', 'sponsor', 'house', 'footer')
	}),
	fc.record({
		kind: fc.constant('links' as const),
		where: fc.record({ link: fc.constantFrom('shop.example', 'shop.example/boats', 'b.example') }),
		role: fc.constantFrom('house', 'footer')
	}),
	fc.record({
		kind: fc.constantFrom('heading' as const, 'merge' as const),
		where: fc.record({ title: fc.constantFrom('lock', 'short', 'bridge', 'boat no 0') })
	}),
	fc.record({
		kind: fc.constant('move' as const),
		where: fc.record({ title: fc.constantFrom('lock', 'short') }),
		to: fc.constantFrom('News', null)
	})
);
/** No two of the same matter, as the store keeps them. */
const ruleSet = fc.uniqueArray(rule, {
	selector: ({ kind, where }) => JSON.stringify([kind, where]),
	maxLength: 8
});

test('any rules in any order → the same result, no link lost, the reading untouched', () => {
	const before = JSON.stringify(reading);
	fc.assert(
		fc.property(
			ruleSet.chain((rules) =>
				fc.tuple(
					fc.constant(rules),
					fc.shuffledSubarray(rules, { minLength: rules.length, maxLength: rules.length })
				)
			),
			([rules, shuffled]) => {
				const applied = applyTemplateRules(reading, rules);
				expect(applyTemplateRules(reading, shuffled)).toEqual(applied);
				expect(applied.links.map(({ key }) => key).sort()).toEqual(
					reading.links.map(({ key }) => key).sort()
				);
				expect(applied.items.map(({ position }) => position)).toEqual(
					applied.items.map((_, i) => i + 1)
				);
			}
		)
	);
	expect(JSON.stringify(reading)).toBe(before);
});
