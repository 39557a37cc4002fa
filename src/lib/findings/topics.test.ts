import { expect, test } from 'vitest';
import { fatigueFinding, topicsFinding } from './topics.ts';

const topic = (
	topic: string,
	low: number,
	high: number,
	covered: 'under' | 'over' | null = null
) => ({
	topic,
	lift: Math.sqrt(low * high),
	low,
	high,
	above: null,
	enough: true,
	covered
});

test('a topic covered too little or too much → named; several on a side → counted', () => {
	const data = topic('Données', 1.1, 1.6, 'under');
	const networks = topic('Réseaux', 0.5, 0.8, 'over');
	expect(topicsFinding([data, topic('SEO', 0.9, 1.2), networks])).toEqual({
		key: 'finding.topics.both',
		values: { under: 'Données', over: 'Réseaux' }
	});
	expect(topicsFinding([data, data, networks])).toEqual({
		key: 'finding.topics.counts',
		values: { under: { n: 2 }, over: { n: 1 } }
	});
	const seo = topic('SEO', 0.9, 1.2);
	expect(topicsFinding([data, seo]).key).toBe('finding.topics.under');
	expect(topicsFinding([seo, networks]).key).toBe('finding.topics.over');
});

test('a topic alone, or some that were chosen → nothing is said of other topics', () => {
	const data = topic('Données', 1.1, 1.6, 'under');
	const networks = topic('Réseaux', 0.5, 0.8, 'over');
	expect(topicsFinding([data]).key).toBe('finding.topics.under.alone');
	expect(topicsFinding([networks]).key).toBe('finding.topics.over.alone');
	expect(topicsFinding([networks, topic('SEO', 0.9, 1.2)], false).key).toBe(
		'finding.topics.over.alone'
	);
	const few = { topic: 'SEO', lift: null, low: null, high: null, above: null, enough: false };
	expect(topicsFinding([data, few]).key).toBe('finding.topics.under.alone');
});

test('clear topics, none covered too little or too much → counted; none clear → said so', () => {
	expect(topicsFinding([topic('Données', 1.1, 1.6), topic('Réseaux', 0.5, 0.8)])).toEqual({
		key: 'finding.clear',
		values: { told: { n: 2 }, above: { n: 1 }, below: { n: 1 } }
	});
	const seo = topic('SEO', 0.9, 1.2);
	expect(topicsFinding([seo, seo]).key).toBe('finding.topics.none');
	expect(topicsFinding([{ ...topic('SEO', 2, 3), lift: null, enough: false }]).key).toBe(
		'topics.raw'
	);
});

test('clear fatigue of all topics or of some → stated; none clear → said so', () => {
	const estimate = (low: number, high: number) => ({
		topic: 'SEO',
		lift: 1,
		low,
		high,
		above: null,
		enough: true
	});
	expect(fatigueFinding([estimate(0.9, 1.1), estimate(0.9, 1.1)])).toEqual({
		key: 'finding.fatigue.none',
		values: { n: { n: 2 } }
	});
	expect(fatigueFinding([estimate(0.8, 0.9), estimate(0.7, 0.9)])).toEqual({
		key: 'finding.fatigue.all',
		values: { n: { n: 2 } }
	});
	expect(fatigueFinding([estimate(0.8, 0.9), estimate(0.9, 1.1)])).toEqual({
		key: 'finding.fatigue.some',
		values: { tired: { n: 1 }, eager: { n: 0 } }
	});
});

test('of one topic alone enough is known → it is named, and not called the only one', () => {
	const data = topic('Données', 1.1, 1.6);
	const few = { ...topic('Ports', 2, 3), lift: null as never, enough: false };
	const said = (one: typeof data) => topicsFinding([one, few]);
	expect(said(data)).toEqual({ key: 'finding.oneAbove.alone', values: { first: 'Données' } });
	expect(said(topic('Réseaux', 0.5, 0.8)).key).toBe('finding.oneBelow.alone');
	expect(said(topic('SEO', 0.9, 1.2)).key).toBe('finding.noneClear.alone');
	expect(fatigueFinding([topic('SEO', 0.9, 1.2)])).toEqual({
		key: 'finding.fatigue.none.alone',
		values: { topic: 'SEO' }
	});
	expect(fatigueFinding([topic('SEO', 0.7, 0.8)]).key).toBe('finding.fatigue.all.alone');
});
