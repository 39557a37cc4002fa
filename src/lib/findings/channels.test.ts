import { expect, test } from 'vitest';
import { channelsFinding, meterFinding, meterLevel } from './channels.ts';

const channel = (name: string, low: number, high: number, enough = true) => ({
	channel: name,
	paid: true,
	return: (low + high) / 2,
	low,
	high,
	above: 0.5,
	enough,
	why: null as string | null
});
const finding = (...channels: ReturnType<typeof channel>[]) =>
	channelsFinding({ channels, window: 90 });

test('channels clearly above or below what they cost → counted; one alone → the sentence of its side', () => {
	expect(finding(channel('a', 1.2, 2), channel('b', 0.2, 0.8), channel('c', 0.5, 1.5))).toEqual({
		key: 'finding.channels.clear',
		values: { above: { n: 1 }, below: { n: 1 } }
	});
	expect(finding(channel('a', 1.2, 2)).key).toBe('finding.channels.above');
	expect(finding(channel('b', 0.2, 0.8)).key).toBe('finding.channels.below');
});

test('what rests on few buyers, or is of no known spend → is never said to be clear', () => {
	const uneven = { ...channel('a', 1.2, 2), why: 'uneven' };
	expect(finding(uneven).key).toBe('finding.channels.open');
	expect(finding({ ...uneven, why: 'notPaid' }).key).toBe('finding.channels.free');
});

test('no clear channel, few buyers, young readers, none paid or none at all → a sentence for each', () => {
	expect(finding(channel('c', 0.5, 1.5)).key).toBe('finding.channels.open');
	expect(finding(channel('c', 0.5, 1.5, false)).key).toBe('finding.channels.few');
	expect(finding({ ...channel('c', 0, 0, false), return: null as never }).key).toBe(
		'finding.channels.young'
	);
	expect(finding({ ...channel('c', 0, 0), paid: false }).key).toBe('finding.channels.free');
	expect(finding().key).toBe('finding.channels.nobody');
});

test('a meter → shares in percent, unknown ones as a dash; its position → its level', () => {
	const meter = {
		meter: 'precision' as const,
		position: 0.8,
		figures: { byReader: 0.974, early: null }
	};
	expect(meterFinding(meter)).toEqual({
		key: 'meter.precision',
		values: { byReader: { n: 97 }, early: '–' }
	});
	expect(meterFinding({ ...meter, position: null }).key).toBe('meter.precision.unknown');
	expect([0.8, 0.5, 0.1, null].map(meterLevel)).toEqual(['solid', 'fair', 'fragile', 'unknown']);
});
