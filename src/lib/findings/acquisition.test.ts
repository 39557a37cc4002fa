import { expect, test } from 'vitest';
import { acquisitionStatements } from './acquisition.ts';

const channel = (own: object) => ({
	channel: 'Ads',
	paid: true,
	spend: 100_00,
	joined: 40,
	return: 1.4,
	low: 1.1,
	high: 1.8,
	enough: true,
	costPerEngaged: 500,
	costPerEngagedLow: 400,
	costPerEngagedHigh: 650,
	...own
});
const keysOf = (...channels: ReturnType<typeof channel>[]) =>
	acquisitionStatements({
		channels,
		paid: channels.find(({ paid }) => paid) ?? null,
		window: 90,
		currency: 'EUR'
	}).map(({ key }) => key);

test('a return is said with its interval, and on which side of what was spent', () => {
	expect(keysOf(channel({}))).toEqual([
		'report.says.channels.spent',
		'report.says.return.above',
		'report.says.channel.above',
		'report.says.engagedCost.clear'
	]);
	expect(keysOf(channel({ low: 0.8 }))).toContain('report.says.return.open');
	expect(keysOf(channel({ return: 0.5, low: 0.3, high: 0.8 }))).toContain(
		'report.says.return.below'
	);
});

test('without enough buyers or old enough readers it says so', () => {
	expect(keysOf(channel({ enough: false, low: null, high: null }))).toContain(
		'report.says.return.few'
	);
	expect(keysOf(channel({ return: null, enough: false, low: null, high: null }))).toContain(
		'report.says.return.young'
	);
	expect(keysOf(channel({ paid: false }))).toEqual(['report.says.channels.free']);
	expect(keysOf()).toEqual(['report.says.channels.nobody']);
});

test('the cheapest engaged reader is settled only where no other interval reaches it', () => {
	expect(keysOf(channel({}), channel({ channel: 'Swap', costPerEngaged: 600 }))).toContain(
		'report.says.engagedCost.open'
	);
});
