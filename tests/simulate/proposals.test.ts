import { expect, test } from 'vitest';
import { allNames } from '#lib/topics/names.ts';
import { packTopics } from '#lib/topics/packs.ts';
import { proposeTopics } from '#lib/topics/propose.ts';
import { suggest } from '#lib/topics/suggest.ts';
import { dealt } from '../combinations.ts';
import { fields, lettersOf, type Field, type Planted } from './fields.ts';

/**
 * Normalised mutual information of what items were said to be about and what they are: 1 where each says
 * the other, 0 where they have nothing to do with each other (Strehl & Ghosh 2002, arithmetic mean).
 */
function agreement(said: readonly string[], planted: readonly string[]): number {
	const shares = (labels: readonly string[]) => {
		const counts = new Map<string, number>();
		for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1 / labels.length);
		return counts;
	};
	const entropy = (labels: readonly string[]) =>
		-[...shares(labels).values()].reduce((sum, share) => sum + share * Math.log(share), 0);
	const both = said.map((label, i) => `${label}\n${planted[i]!}`);
	const [a, b] = [entropy(said), entropy(planted)];
	return (2 * (a + b - entropy(both))) / (a + b);
}

/** What the words of the proposals say of each item. */
function saidOf({ pieces }: Planted, { language }: Field): string[] {
	const taxonomy = proposeTopics(pieces, language).map(({ name, words }) => ({
		key: name,
		names: { en: name },
		words: { en: words }
	}));
	return pieces.map((piece) => suggest(piece, taxonomy)[0]?.topic ?? 'none');
}

test.each(
	fields.flatMap((field, place) =>
		dealt(place, [30, 300], 2).map((issues) => [field.name, issues, field] as const)
	)
)('%s, %i issues → what was planted is found, by words of its own', (_, issues, field) => {
	for (const seed of [1, 2, 3]) {
		const planted = lettersOf(field, issues, seed);
		expect(agreement(saidOf(planted, field), planted.truth)).toBeGreaterThan(0.9);

		const proposals = proposeTopics(planted.pieces, field.language);
		const mostly = proposals.map(({ items }) => majority(items.map((i) => planted.truth[i]!)));
		expect(new Set(mostly).size).toBe(Object.keys(field.topics).length);
		expect(proposals.length).toBeLessThanOrEqual(10);
	}
});

test.each(fields.map((field) => [field.name, field] as const))(
	'%s, 300 issues → names are what people write, with accents, and of the topic',
	(_, field) => {
		const { pieces, truth } = lettersOf(field, 300, 4);
		for (const { name, items } of proposeTopics(pieces, field.language)) {
			const topic = majority(items.map((i) => truth[i]!));
			const own = field.topics[topic]!.toLowerCase();
			for (const part of name.toLowerCase().split(/ (?:et|and) /)) expect(own).toContain(part);
			expect(name[0]).toBe(name[0]!.toUpperCase());
		}
	}
);

test.each(fields.map((field) => [field.name, field] as const))(
	'%s, 3 issues → a few topics, better than nothing',
	(_, field) => {
		const scores = [1, 2, 3, 4].map((seed) => {
			const planted = lettersOf(field, 3, seed);
			return agreement(saidOf(planted, field), planted.truth);
		});
		expect(scores.reduce((a, b) => a + b) / scores.length).toBeGreaterThan(0.45);
	}
);

test('a field that no pack knows → none of the topics of packs', () => {
	const names = new Set(packTopics.flatMap(({ names }) => allNames(names)));
	for (const field of fields)
		for (const { name } of proposeTopics(lettersOf(field, 30).pieces, field.language))
			expect(names).not.toContain(name);
});

test('the same items → the same topics, and items whose titles say nothing go by path and section', () => {
	const { pieces } = lettersOf(fields[0], 30);
	expect(proposeTopics(pieces, 'fr')).toEqual(proposeTopics(pieces, 'fr'));

	const mute = pieces.map((piece, i) => ({
		...piece,
		title: `À lire ${i}`,
		text: '',
		marks: [
			`#${['Potager', 'Verger', 'Serre'][i % 3]!}`,
			`/${['potager', 'verger', 'serre'][i % 3]!}`
		]
	}));
	expect(new Set(proposeTopics(mute, 'fr').map(({ name }) => name))).toEqual(
		new Set(['Potager', 'Verger', 'Serre'])
	);
});

function majority(labels: readonly string[]): string {
	const counts = new Map<string, number>();
	for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
