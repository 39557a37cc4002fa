import type { IncomingMessage, ServerResponse } from 'node:http';
import { DAY } from '#lib/duration.ts';

/**
 * Answers `/.well-known/security.txt`: whom to tell of a hole (RFC 9116). It says until when it holds,
 * always half a year from now.
 *
 * @param contact a URI; without one there is no such file
 * @returns whether it was asked for
 */
export function answerSecurityTxt(
	{ method, url }: Pick<IncomingMessage, 'method' | 'url'>,
	response: ServerResponse,
	contact: string | undefined,
	now: number
): boolean {
	if (contact === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
	if ((url ?? '').split('?')[0] !== '/.well-known/security.txt') return false;
	const expires = new Date(now + 182 * DAY).toISOString().replace(/\.\d+Z$/, 'Z');
	const lines = [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: en, fr', ''];
	response.writeHead(200, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'max-age=86400'
	});
	response.end(method === 'HEAD' ? undefined : lines.join('\n'));
	return true;
}
