import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { leadOf } from './lead.ts';

const figures = { topics: [], issues: Array.from({ length: 9 }), items: 54 };

test.each([
	[{ items: 42, issues: 7 }, /^Over 42 items in 7 issues/, 'what topics are told from'],
	[{ items: 0, issues: 0 }, /^Over 54 items in 9 issues/, 'no click is known of any']
])('clicks are known of %j of 54 items in 9 issues → %s: %s', (counted, said, _why) => {
	expect(leadOf({ ...figures, counted }, createFormats('en', 'UTC'))).toMatch(said);
});

test('no item is left by the filters → nothing is told from none of them', () => {
	const none = { ...figures, items: 0, counted: { items: 0, issues: 0 } };
	expect(leadOf(none, createFormats('en', 'UTC'))).toBe('');
});

test('topics that nobody confirmed → nothing is said of them, and of the others as if they were alone', () => {
	const topic = (name: string, suggested: boolean) =>
		({ topic: name, lift: 2, low: 1.5, high: 3, above: 1, enough: true, suggested }) as never;
	const counted = { items: 42, issues: 7 };
	const said = (...topics: never[]) =>
		leadOf({ ...figures, counted, topics }, createFormats('en', 'UTC'));
	expect(said(topic('Salt', true))).toBe(
		'Over 42 items in 7 issues: no topic is confirmed yet, so nothing is said of topics.'
	);
	expect(said(topic('Salt', true), topic('Nets', false))).toMatch(/1 topic .*“Nets”/);
});

test('topics that somebody chose → nothing is said of others; one that alone has enough is named', () => {
	const topic = (name: string, low: number, high: number) =>
		({ topic: name, lift: Math.sqrt(low * high), low, high, above: null, enough: true }) as never;
	const counted = { items: 42, issues: 7 };
	const said = (topics: never[], isEach: boolean) =>
		leadOf({ ...figures, counted, topics }, createFormats('en', 'UTC'), isEach);
	const below = [topic('Salt', 0.4, 0.6)];
	const belowAlone = /^Over 42 items in 7 issues, 1 topic is clearly below average/;
	expect(said([topic('Nets', 0.9, 1.2), ...below], true)).toContain(
		'no topic is clearly above average'
	);
	expect(said(below, false)).toMatch(belowAlone);
	// of the other, which has too few items, nothing is known
	const few = { topic: 'Tides', lift: null, low: null, high: null, enough: false } as never;
	expect(said([few, ...below], true)).toMatch(belowAlone);
	expect(said([topic('Nets', 0.9, 1.2)], true)).toContain('“Nets” gets 1.04 times');
});

test('no lift → the highest click rate is of the one topic that has it; alone or alike, of none', () => {
	const topic = (name: string, rawRate: number) =>
		({ topic: name, lift: null, low: null, high: null, enough: false, rawRate }) as never;
	const counted = { items: 42, issues: 7 };
	const said = (...topics: never[]) =>
		leadOf({ ...figures, counted, topics }, createFormats('en', 'UTC'));
	expect(said(topic('Nets', 0.1), topic('Salt', 0.15))).toContain('“Salt” has the highest');
	expect(said(topic('Nets', 0.15), topic('Salt', 0.15))).toContain(
		'2 topics share the highest click rate (15.0%)'
	);
	expect(said(topic('Nets', 0.15))).toContain('“Nets” has a click rate of 15.0%');
});
