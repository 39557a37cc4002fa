import { expect, test } from 'vitest';
import { countOption, dateOption, textOption, zoneOption } from './options.ts';

test('what was not said is null', () => {
	expect(textOption({}, 'publication')).toBeNull();
	expect(dateOption({}, 'from')).toBeNull();
	expect(zoneOption({})).toBeNull();
	expect(countOption({}, 'last')).toBeNull();
});

test.each(['2025-02-30', '2025-9-1', '18/09/2025', 'yesterday', ''])('%j is no day', (from) => {
	expect(() => dateOption({ from }, 'from')).toThrow(expect.objectContaining({ code: 'badDate' }));
});

test('a leap day is one', () => {
	expect(dateOption({ from: '2024-02-29' }, 'from')).toBe('2024-02-29');
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
