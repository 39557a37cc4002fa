import { expect, test } from 'vitest';
import { isFromHere } from './from-here.ts';

const local = { host: 'localhost:3000' };

test.each<[string, Record<string, string>, boolean, string]>([
	['127.0.0.1', local, true, 'a browser on this machine'],
	['::1', { host: '[::1]:3000' }, true, 'the same by IPv6'],
	['::ffff:127.0.0.1', { host: '127.0.0.1:3000' }, true, 'IPv4 on a socket that speaks both'],
	['127.0.0.1', { ...local, origin: 'http://localhost:3000' }, true, 'a form of our own page'],
	['192.0.2.7', local, false, 'another machine that says localhost'],
	['127.0.0.1', { ...local, 'x-forwarded-for': '192.0.2.7' }, false, 'a proxy beside us'],
	['127.0.0.1', { ...local, forwarded: 'for=192.0.2.7' }, false, 'a proxy of the newer kind'],
	['127.0.0.1', { host: 'news.example.org' }, false, 'a proxy that keeps the name'],
	['127.0.0.1', { host: 'rebound.example.com:3000' }, false, 'a rebound name'],
	['127.0.0.1', { ...local, origin: 'https://news.example.org' }, false, 'a bare proxy: its page'],
	['127.0.0.1', { ...local, origin: 'null' }, false, 'a sandboxed page'],
	['127.0.0.1', { host: 'localhost.example.com' }, false, 'a name that only begins well'],
	['127.0.0.1', {}, false, 'no host at all']
])('from %s with %j: %s (%s)', (address, headers, expected) => {
	expect(isFromHere(address, new Headers(headers))).toBe(expected);
});
