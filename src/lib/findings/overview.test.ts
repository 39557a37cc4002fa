import { expect, test } from 'vitest';
import { overviewFinding } from './overview.ts';

const topic = (name: string, low: number, high: number) => ({
	topic: name,
	lift: Math.sqrt(low * high),
	low,
	high,
	above: null,
	enough: true
});
const of = (...topics: ReturnType<typeof topic>[]) =>
	overviewFinding({ topics, issues: 12, items: 90, clicked: 90 });

test('one clear topic on a side → named; several → counted', () => {
	expect(of(topic('Données', 1.1, 1.6), topic('IA', 1.01, 1.4), topic('SEO', 0.9, 1.3))).toEqual({
		key: 'finding.clear',
		values: { told: { n: 3 }, above: { n: 2 }, below: { n: 0 } }
	});
	expect(of(topic('Données', 1.1, 1.6), topic('SEO', 0.9, 1.3)).key).toBe('finding.oneAbove');
	expect(of(topic('SEO', 0.9, 1.3), topic('Réseaux', 0.5, 0.9)).key).toBe('finding.oneBelow');
	expect(of(topic('Données', 1.1, 1.6), topic('Réseaux', 0.5, 0.9))).toEqual({
		key: 'finding.oneEach',
		values: { first: 'Données', least: 'Réseaux' }
	});
});

test('nothing clear, too little data, no topics or no issues → a sentence for each', () => {
	const seo = topic('SEO', 0.9, 1.3);
	expect(of(seo, seo).key).toBe('finding.noneClear');
	const few = { ...topic('Ports', 1.2, 1.3), lift: null, enough: false };
	const all = { issues: 2, items: 4, clicked: 4 };
	expect(overviewFinding({ ...all, topics: [few] }).key).toBe('finding.notEnough');
	expect(overviewFinding({ ...all, topics: [] }).key).toBe('finding.noTopics');
	expect(overviewFinding({ ...all, topics: [], clicked: 0 }).key).toBe('finding.noTopics.clicks');
	expect(overviewFinding({ topics: [], issues: 0, items: 0, clicked: 0 }).key).toBe(
		'finding.nothingYet'
	);
});

test('topics that somebody chose, or one alone → nothing is said of others', () => {
	const [above, below] = [topic('Données', 1.1, 1.6), topic('Réseaux', 0.5, 0.9)];
	const chosen = (...topics: ReturnType<typeof topic>[]) =>
		overviewFinding({ topics, issues: 12, items: 90, clicked: 90, isEach: false }).key;
	expect(chosen(above, topic('SEO', 0.9, 1.3))).toBe('finding.oneAbove.alone');
	expect(chosen(below, topic('SEO', 0.9, 1.3))).toBe('finding.oneBelow.alone');
	expect(of(above).key).toBe('finding.oneAbove.alone');
	// it is not the only topic: others have too little
	const few = { ...topic('Ports', 1.2, 1.3), lift: null as never, enough: false };
	expect(of(topic('SEO', 0.9, 1.3), few)).toEqual({
		key: 'finding.noneClear.alone',
		values: { topic: 'SEO' }
	});
});
