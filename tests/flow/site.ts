import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that others share, which hands what is asked below one of its paths on to a program. */
export type Site = {
	/** `http://localhost:4000/rubrique` */
	address: string;
	/** what was asked beside that path: of others */
	beside: string[];
	/** hands everything on to this port from now on */
	lead(port: number): void;
	close(): Promise<void>;
};

/** @param takesOff whether the program is asked for `/account` in place of `/rubrique/account` */
export async function siteBelow(prefix: string, takesOff: boolean): Promise<Site> {
	const beside: string[] = [];
	let port = 0;

	const server = createServer((asked, answer) => {
		const path = asked.url ?? '';
		if (!/^([/?]|$)/.test(path.startsWith(prefix) ? path.slice(prefix.length) : '.')) {
			beside.push(path);
			return answer.writeHead(418).end('of others');
		}
		const rest = path.slice(prefix.length);
		const onward = ask(
			{
				host: '127.0.0.1',
				port,
				method: asked.method,
				path: takesOff ? (rest.startsWith('/') ? rest : `/${rest}`) : path,
				headers: { ...asked.headers, 'x-forwarded-proto': 'http', 'x-forwarded-for': '192.0.2.7' }
			},
			(come) => {
				answer.writeHead(come.statusCode!, come.headers);
				come.pipe(answer);
			}
		);
		onward.on('error', () => answer.destroy());
		answer.on('close', () => onward.destroy());
		asked.pipe(onward);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	return {
		address: `http://localhost:${(server.address() as AddressInfo).port}${prefix}`,
		beside,
		lead: (to) => (port = to),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
