import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { countOption, refuseTwice, textOption, zoneOption } from './options.ts';

test('an option that was not given → null', () => {
	expect(textOption({}, 'publication')).toBeNull();
	expect(zoneOption({})).toBeNull();
	expect(countOption({}, 'last')).toBeNull();
});

test('a zone that exists → taken as given; one that does not → refused', () => {
	expect(zoneOption({ zone: 'Europe/Paris' })).toBe('Europe/Paris');
	expect(() => zoneOption({ zone: 'Mars' })).toThrow(expect.objectContaining({ code: 'badZone' }));
});

test.each(['0', '-1', '1.5', 'all'])('%j as a number of issues → refused', (last) => {
	expect(() => countOption({ last }, 'last')).toThrow(
		expect.objectContaining({ code: 'badNumber' })
	);
});

const options = {
	channel: { type: 'string' as const },
	topic: { type: 'string' as const, multiple: true },
	yes: { type: 'boolean' as const, short: 'y' }
};
const tokensOf = (...args: string[]) =>
	parseArgs({ args, options, allowPositionals: true, tokens: true }).tokens;

test.each([
	[['--channel', 'A', '--channel', 'B']],
	[['--channel=A', '--channel', 'A']],
	[['--channel', 'A', 'file.csv', '--channel=B']]
])('%j, an option of one value → refused, and which', (args) => {
	expect(() => refuseTwice(tokensOf(...args), options)).toThrow(
		expect.objectContaining({ code: 'givenTwice', details: { given: '--channel' } })
	);
});

test.each([
	[['--channel', 'A', '--topic', 'B', '--topic', 'C']],
	[['--yes', '--yes', '-y']],
	[['--channel', 'A', '--', '--channel', 'B']]
])('%j → taken', (args) => {
	expect(() => refuseTwice(tokensOf(...args), options)).not.toThrow();
});
