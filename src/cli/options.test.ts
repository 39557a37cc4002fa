import { expect, test } from 'vitest';
import { countOption, textOption, zoneOption } from './options.ts';

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
