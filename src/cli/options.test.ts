import { expect, test } from 'vitest';
import { aboutOption, countOption, textOption, zoneOption } from './options.ts';

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

test.each([
	['counts', 'counts'],
	['totals', 'counts'],
	['Totaux', 'counts'],
	['depenses', 'spend'],
	['readers', 'subscribers']
])('a kind of file called %s → %s', (given, kind) => {
	expect(aboutOption({ kind: given })).toEqual({ kind });
});

test('a kind that nothing is called → refused', () => {
	expect(() => aboutOption({ kind: 'pears' })).toThrow(
		expect.objectContaining({ code: 'badKind' })
	);
});
