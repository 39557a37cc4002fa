import { expect, test } from 'vitest';
import { countOption, textOption, zoneOption } from './options.ts';

test('what was not said is null', () => {
	expect(textOption({}, 'publication')).toBeNull();
	expect(zoneOption({})).toBeNull();
	expect(countOption({}, 'last')).toBeNull();
});

test('a zone has to exist', () => {
	expect(zoneOption({ zone: 'Europe/Paris' })).toBe('Europe/Paris');
	expect(() => zoneOption({ zone: 'Mars' })).toThrow(expect.objectContaining({ code: 'badZone' }));
});

test.each(['0', '-1', '1.5', 'all'])('%j issues are not so many', (last) => {
	expect(() => countOption({ last }, 'last')).toThrow(
		expect.objectContaining({ code: 'badNumber' })
	);
});
