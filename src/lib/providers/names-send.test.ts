import { expect, test } from 'vitest';
import { namesSend } from './names-send.ts';
import { services } from './services.ts';

test.each([
	['Lettre 12 - clics (1).csv', true],
	['la-lettre-du-port.csv', true],
	['la-lettre-du-port (1).csv', false],
	['clicks (12).csv', false]
])('%s → names a send: %s', (path, is) => {
	expect(namesSend(path)).toBe(is);
});

test.each(services)('a file called after $name alone → names no send', ({ id }) => {
	expect(namesSend(`${id}-clicks.csv`)).toBe(false);
	expect(namesSend(`${id} la-lettre-du-port.csv`)).toBe(true);
});
