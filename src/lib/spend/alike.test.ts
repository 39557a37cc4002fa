import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, distinctiveWords } from './alike.ts';

const alike = (a: string, b: string) => likeness(distinctiveWords(a), distinctiveWords(b));

test.each([
	['Facebook Ads', 'facebook', 'words'],
	['Publicité LinkedIn', 'linkedin', 'words'],
	['Acme SAS', 'ACME', 'words'],
	['face book', 'Facebook', 'words'],
	['FacebookAds', 'facebook', 'words'],
	['tiktokads', 'TikTok', 'words'],
	['lephare.fr', 'Le Phare', 'words'],
	['Lens', 'ens', null],
	['Roads', 'Road', 'letters'],
	['Meta Ads', 'facebook', 'platform'],
	['Google AdWords', 'google', 'platform'],
	['adwords', 'Google Ads', 'platform'],
	['Linkedln', 'linkedin', 'letters'],
	['Parrainnage', 'parrainage', 'letters'],
	['Le Fil du lundi', 'fil', null],
	['Salon Lyon', 'Salon', 'part'],
	['Salons pro', 'salon', 'part'],
	['Podcasts', 'podcast', 'letters'],
	['Salon 2025', 'Salon 2026', null],
	['Facebook organic', 'Facebook Ads', null],
	['Radio', 'Presse', null],
	['', 'Presse', null],
	['Ads', 'Pub', null]
] as const)('%s and %s → %s', (a, b, expected) => {
	expect(alike(a, b)).toBe(expected);
	expect(alike(b, a)).toBe(expected);
});

test('any two names, in either order → the same likeness', () => {
	const word = fc.constantFrom('facebook', 'ads', 'fb', 'lyon', 'salon', '2025', 'organic', 'acme');
	const name = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
	fc.assert(
		fc.property(name, name, (a, b) => {
			expect(alike(a, b)).toBe(alike(b, a));
		})
	);
});
