import { backtest, backtestRecord, type Backtested } from '#lib/measure/forecast/backtest.ts';
import { expect, test } from 'vitest';
import { dealt } from '../combinations.ts';
import { simulateCounts, type CountOptions } from './counts.ts';

/** Forecasts the last issues of some archives from nothing but those before each. */
function tried(changes: Partial<CountOptions>, archives: number, last: number) {
	const items: Backtested[] = [];
	const totals: Backtested[] = [];
	for (let seed = 1; seed <= archives; seed++) {
		const { input } = simulateCounts(changes, seed);
		for (let issue = input.issues - last; issue < input.issues; issue++) {
			const forecast = backtest(input, issue, 1000)!;
			items.push(...forecast.items);
			totals.push(forecast.total);
		}
	}
	return { items: backtestRecord(items)!, totals: backtestRecord(totals)! };
}

type Archives = [name: string, changes: Partial<CountOptions>, archives: number, last: number];

// 120 totals leave chance ± 4 points of 90 %, ± 8 of 50 %
const kinds: Archives[] = [
	['31 issues', { issues: 31 }, 60, 2],
	['61 issues', { issues: 61 }, 40, 3],
	['301 issues', { issues: 301 }, 15, 8],
	['3 issues before', { issues: 4 }, 120, 1],
	['6 issues before', { issues: 7 }, 120, 1],
	['a list of 300 readers', { issues: 31, reach: 300 }, 60, 2],
	['5 items an issue', { issues: 31, items: 5 }, 60, 2],
	['items and issues that scatter widely', { issues: 61, itemSd: 0.5, issueSd: 0.35 }, 40, 3],
	['topics that drift and change', { issues: 61, drift: 0.8, change: 0.5 }, 40, 3],
	['another layout', { issues: 101, layout: 0.5 }, 30, 4]
];

test.each(dealt(1, kinds, 2))(
	'%s → intervals of what is to come hold what they say',
	(_, changes, archives, last) => {
		const { items, totals } = tried(changes, archives, last);
		expect(items.within90).toBeGreaterThan(0.86);
		expect(items.within90).toBeLessThan(0.96);
		expect(items.within50).toBeGreaterThan(0.44);
		expect(items.within50).toBeLessThan(0.58);
		expect(totals.within90).toBeGreaterThan(0.84);
		expect(totals.within90).toBeLessThan(0.97);
		expect(totals.within50).toBeGreaterThan(0.39);
		expect(totals.within50).toBeLessThan(0.62);
		expect(items.error / items.naive).toBeLessThan(0.8);
	}
);

test('topics that make no difference → forecasts a fifth better than repeating the last result', () => {
	const { items, totals } = tried({ issues: 41, topicSd: 0 }, 40, 2);
	expect(items.error / items.naive).toBeLessThan(0.8);
	expect(totals.error / totals.naive).toBeLessThan(0.8);
});

test('too little before → nothing is forecast', () => {
	const { input } = simulateCounts({ issues: 10 }, 1);
	expect([0, 1, 2].map((issue) => backtest(input, issue, 10))).toEqual([null, null, null]);
	expect(backtest(input, 3, 10)).not.toBeNull();
});
