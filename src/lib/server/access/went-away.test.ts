import { expect, test } from 'vitest';
import { wentAway } from './went-away.ts';

const here = { signal: new AbortController().signal };
const gone = { signal: AbortSignal.abort() };
const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

test.each([
	['a body that broke off', coded('aborted', 'ECONNRESET'), true],
	['an error about one', new Error('read', { cause: coded('aborted', 'ECONNRESET') }), true],
	['another server that broke off', coded('read ECONNRESET', 'ECONNRESET'), false],
	['a fault', new TypeError('x is undefined'), false],
	['no error', 'aborted', false]
])('%s, of a request that is still open → that whoever asked went away: %s', (_, cause, is) => {
	expect(wentAway(cause, here)).toBe(is);
});

test.each([
	['a connection that closed', coded('read ECONNRESET', 'ECONNRESET'), true],
	['what was given up', new DOMException('', 'AbortError'), true],
	['a fault', new TypeError('x is undefined'), false]
])('%s, of a request that was given up → that whoever asked went away: %s', (_, cause, is) => {
	expect(wentAway(cause, gone)).toBe(is);
});
