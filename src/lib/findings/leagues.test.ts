import { expect, test } from 'vitest';
import { clearIn, issuesFinding, itemsFinding, groupsFinding } from './leagues.ts';

const usual = { lift: 1, low: 0.9, high: 1.1, above: null, enough: true };
const above = { lift: 1.3, low: 1.1, high: 1.5, above: null, enough: true };
const below = { lift: 0.7, low: 0.6, high: 0.8, above: null, enough: true };
const few = { lift: null, low: null, high: null, above: null, enough: false };

test('lifts, some of them clear → these counted on each side, of all that are estimated', () => {
	const clear = clearIn([usual, above, above, below, few]);
	expect(clear).toEqual({
		told: 4,
		above: 2,
		below: 1,
		countsOnly: false,
		unfiltered: false
	});
	expect(itemsFinding(clear)).toEqual({
		key: 'finding.items.clear',
		values: { told: { n: 4 }, above: { n: 2 }, below: { n: 1 } }
	});
	expect(issuesFinding(clear)?.key).toBe('finding.issues.clear');
});

test('lifts of which none is clear → said so; no lift at all → no sentence', () => {
	expect(itemsFinding(clearIn([usual, few]))).toEqual({
		key: 'finding.items.none',
		values: { told: { n: 1 } }
	});
	expect(issuesFinding(clearIn([usual]))?.key).toBe('finding.issues.none');
	expect(itemsFinding(clearIn([few]))).toBe(null);
	expect(issuesFinding(clearIn([]))).toBe(null);
});

test('one clear section → named with its lift; several → counted on each side; none → said so', () => {
	const sections = [
		{ name: 'Lead', ...usual },
		{ name: 'Briefs', ...below },
		{ name: 'Tools', ...above }
	];
	expect(groupsFinding('sections', sections)).toEqual({
		key: 'finding.sections.clear',
		values: { told: { n: 3 }, above: { n: 1 }, below: { n: 1 } }
	});
	expect(groupsFinding('sections', [sections[0]!, sections[2]!])).toEqual({
		key: 'finding.sections.above',
		values: { name: 'Tools', lift: { lift: 1.3 }, low: { lift: 1.1 }, high: { lift: 1.5 } }
	});
	expect(groupsFinding('sections', sections.slice(0, 2))?.values).toMatchObject({
		name: 'Briefs'
	});
	const open = sections[0]!;
	expect(groupsFinding('sections', [open, open])?.key).toBe('finding.sections.none');
	// one that alone has enough is named: of the others nothing is known
	expect(groupsFinding('sections', [open, { name: 'Lead', ...few }])).toEqual({
		key: 'finding.sections.none.alone',
		values: { name: open.name }
	});
	expect(groupsFinding('sections', [{ name: 'Lead', ...few }])).toBe(null);
});

test('lifts from counts alone → never called clear', () => {
	const counted = { ...above, why: 'countsOnly' };
	expect(itemsFinding(clearIn([counted]))?.key).toBe('finding.countsOnly');
	expect(issuesFinding(clearIn([counted]))?.key).toBe('finding.countsOnly');
	expect(groupsFinding('sections', [{ name: 'Lead', ...counted }])?.key).toBe('finding.countsOnly');
});

test('totals that tell no people from bots → a ranking where there is one, and no lift', () => {
	const unfiltered = { ...few, why: 'unfiltered' };
	expect(itemsFinding(clearIn([unfiltered]))?.key).toBe('finding.unfiltered.ranked');
	expect(issuesFinding(clearIn([unfiltered]))?.key).toBe('finding.unfiltered.unranked');
	expect(groupsFinding('sections', [{ name: 'Lead', ...unfiltered }])?.key).toBe(
		'finding.unfiltered.unranked'
	);
});

test('authors → the sentences that sections have, in words of their own', () => {
	const authors = [
		{ name: 'Ana Mar', ...above },
		{ name: 'Léo Roux', ...below }
	];
	expect(groupsFinding('authors', authors)).toMatchObject({
		key: 'finding.authors.clear',
		values: { told: { n: 2 }, above: { n: 1 }, below: { n: 1 } }
	});
	expect(groupsFinding('authors', authors.slice(1))?.key).toBe('finding.authors.below');
});
