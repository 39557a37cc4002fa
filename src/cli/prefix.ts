import type { IncomingMessage } from 'node:http';

/**
 * Takes the path of a site below which the program is off what was asked, if the proxy did not, so
 * that nothing behind has to know it. A proxy may do either.
 *
 * @param prefix `/rubrique`; empty where there is none
 * @returns where to send whoever asked: browsers would read `/rubrique` and `/rubrique/account/` as
 *   another folder, and links to scripts are relative. Mostly null
 */
export function takePrefixOff(
	request: Pick<IncomingMessage, 'url'>,
	prefix: string
): string | null {
	if (prefix === '') return null;
	const [path = '', ...query] = (request.url ?? '').split('?');
	const isBelow = path === prefix || path.startsWith(`${prefix}/`);
	const rest = isBelow ? path.slice(prefix.length) : path;
	const search = query.length ? `?${query.join('?')}` : '';
	request.url = (rest || '/') + search;

	const isFolder = rest === '' || (rest !== '/' && rest.endsWith('/'));
	return isFolder ? `${prefix}${rest.replace(/(?<!\/)\/+$/, '') || '/'}${search}` : null;
}
