import { expect, test } from 'vitest';
import { namesSend } from './names-send.ts';

test.each([
	['Lettre 12 - clics (1).csv', true],
	['la-lettre-du-port.csv', true],
	['la-lettre-du-port (1).csv', false],
	['clicks (12).csv', false]
])('%s → names a send: %s', (path, is) => {
	expect(namesSend(path)).toBe(is);
});
