import { expect, test } from 'vitest';
import type { Worded } from './statement.ts';
import { rateStatements, standStatements, topicStatements } from './report.ts';
import { fewStatement, untoldStatements } from './untold.ts';

const moved = (change: number, low: number | null, high: number | null) => ({ change, low, high });
const keys = (statements: readonly { key: string }[]) => statements.map(({ key }) => key);

function change(whole: ReturnType<typeof moved>, topics: ReturnType<typeof moved>) {
	return {
		before: 0.09,
		after: 0.1,
		whole,
		parts: [
			{ name: 'topics' as const, moved: topics },
			{ name: 'remainder' as const, moved: moved(0.001, -0.01, 0.012) }
		],
		scanners: 0.004
	};
}

test('a change of rate outside the usual variation → clear, with its parts; inside → within', () => {
	const clear = rateStatements(
		{ value: 0.1, why: null },
		{ words: 'before', change: change(moved(0.01, 0.002, 0.018), moved(0.008, 0.001, 0.015)) },
		0.04
	);
	expect(keys(clear)).toEqual([
		'report.says.rate.clear',
		'report.says.part.clear',
		'report.says.scanners'
	]);
	expect(clear[1]!.values.rest).toMatchObject({ said: { key: 'report.says.part.remainder' } });
	expect(clear[0]!.values.between).toEqual({ low: 0.002, high: 0.018, of: 'points' });

	const moves = (whole: number) => ({
		words: 'before',
		change: change(moved(whole, -0.012, 0.02), moved(0.004, -0.001, 0.009))
	});
	const said = (whole: number) =>
		keys(rateStatements({ value: 0.1, why: null }, moves(whole), 0.04));
	expect(said(0.004).slice(0, 2)).toEqual(['report.says.rate.within', 'report.says.part.within']);
	// its mark says likely, and the sentence too
	expect(said(0.01).slice(0, 2)).toEqual(['report.says.rate.likely', 'report.says.part.within']);
});

test('a change over too few issues → said to be of too few, never called clear', () => {
	const few = rateStatements(
		{ value: 0.1, why: null },
		{ words: 'before', change: change(moved(0.01, null, null), moved(0.008, null, null)) },
		0.04
	);
	expect(keys(few)).toEqual([
		'report.says.rate.few',
		'report.says.part.few',
		'report.says.setAside'
	]);
});

test('no rate, no comparison or incomparable periods → a sentence for each', () => {
	const nothing = { words: null, change: null };
	const said = (value: number | null, why: Worded<'compare.why'> | null) =>
		rateStatements({ value, why }, nothing, null);
	expect(keys(said(null, null))).toEqual(['report.says.noRate']);
	const waits = { value: null, why: null, missing: 'open' } as const;
	expect(keys(rateStatements(waits, nothing, null))).toEqual(['report.says.noRate.open']);
	const unclicked = { value: null, why: null, missing: 'clicks' } as const;
	expect(keys(rateStatements(unclicked, nothing, null))).toEqual(['report.says.noRate.clicks']);
	expect(keys(said(0.1, null))).toEqual(['report.says.rate.alone']);
	expect(keys(said(0.1, 'first'))).toEqual(['report.says.rate']);
	expect(keys(said(0.1, 'basis'))).toEqual(['report.says.rate.otherBasis']);
	const [overlap] = said(0.1, 'overlap');
	expect(overlap).toMatchObject({
		key: 'report.says.rate.notCompared',
		values: { why: { words: 'compare.why.overlap' } }
	});
});

const topic = (name: string, low: number, high: number, rank: [number, number] = [1, 2]) => ({
	topic: name,
	lift: Math.sqrt(low * high),
	low,
	high,
	above: null,
	enough: true,
	rankLow: rank[0],
	rankHigh: rank[1]
});

test('topics whose interval excludes 1 → named on their side; an open order → said so', () => {
	expect(
		keys(
			topicStatements([topic('A', 1.1, 1.5), topic('B', 1.05, 1.4), topic('C', 0.6, 0.9, [3, 3])])
		)
	).toEqual(['report.says.topics', 'report.says.unsettled', 'report.says.topic.below']);
	expect(
		keys(topicStatements([topic('A', 1.3, 1.5, [1, 1]), topic('B', 1.05, 1.2, [2, 2])]))
	).toEqual(['report.says.topics', 'report.says.topics.noneBelow']);
	expect(keys(topicStatements([topic('A', 1.1, 1.5)]))).toEqual([
		'report.says.topic',
		'report.says.topics.noneBelow'
	]);
	expect(keys(topicStatements([topic('A', 0.6, 0.9), topic('B', 0.5, 0.8)]))).toEqual([
		'report.says.topics.noneAbove',
		'report.says.topics.below'
	]);
	expect(keys(topicStatements([{ ...topic('A', 1.1, 1.5), why: 'countsOnly' }]))).toEqual([
		'report.says.topics.counts'
	]);
	const open = topic('A', 0.9, 1.2);
	expect(keys(topicStatements([open, open]))).toEqual(['report.says.topics.none']);
	expect(keys(topicStatements([open]))).toEqual(['report.says.topics.none.alone']);
	expect(keys(topicStatements([]))).toEqual(['report.says.topics.few']);
});

test('topics that somebody chose → a report says nothing of the others', () => {
	const chosen = (...topics: ReturnType<typeof topic>[]) => keys(topicStatements(topics, false));
	expect(chosen(topic('A', 1.1, 1.5))).toEqual(['report.says.topic.alone']);
	expect(chosen(topic('A', 0.6, 0.9), topic('B', 0.9, 1.1))).toEqual([
		'report.says.topic.below.alone'
	]);
	expect(chosen(topic('A', 1.1, 1.5), topic('B', 0.6, 0.9))).toEqual([
		'report.says.topic.alone',
		'report.says.topic.below.alone'
	]);
});

test('an issue outside its usual → the part furthest out named; within → said so', () => {
	const stand = (of: Worded<'stand'>, factor: number, within: boolean) => ({
		of,
		factor,
		low: 0.8,
		high: 1.25,
		within
	});
	expect(keys(standStatements([stand('clickers', 1.1, true)]))).toEqual([
		'report.says.issue.within'
	]);
	const outside = standStatements([
		stand('clickers', 1.5, false),
		stand('reach', 1.3, false),
		stand('topics', 1.05, true)
	]);
	expect(outside[1]!.values.part).toEqual({ words: 'stand.reach' });
	expect(keys(standStatements([]))).toEqual(['report.says.issue.few']);
});

test('topics of which too little is known → named; where they are many, counted, with three of them', () => {
	const topics = Array.from({ length: 200 }, (_, n) => `Topic ${n}`);
	expect(fewStatement(topics.slice(0, 6))).toEqual({
		key: 'report.cannot.few',
		values: { n: { n: 6 }, topics: { list: topics.slice(0, 6) } }
	});
	expect(fewStatement(topics)).toEqual({
		key: 'report.cannot.many',
		values: { count: { count: 200 }, topics: { list: ['Topic 0', 'Topic 1', 'Topic 2'] } }
	});
});

test('topics without a lift for another reason than their number → that reason, each once', () => {
	const untold = untoldStatements([
		{ topic: 'Bread', why: 'unfiltered' },
		{ topic: 'Rivers', why: 'unfiltered' },
		{ topic: 'Boats', why: 'fewItems' },
		{ topic: 'Birds', why: 'noClicks' }
	]);
	expect(untold).toEqual([
		{
			key: 'report.cannot.untold',
			values: { topics: { list: ['Bread', 'Rivers'] }, why: { words: 'why.unfiltered' } }
		}
	]);
});

test('too few in all for a fit → that is why, and not that a topic has few', () => {
	const few = { topic: 'Boats', why: 'fewInAll' as const };
	expect(untoldStatements([few])).toEqual([
		{
			key: 'report.cannot.untold',
			values: { topics: { list: ['Boats'] }, why: { words: 'why.fewInAll' } }
		}
	]);
});
