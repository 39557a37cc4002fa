import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Failure } from '../mailer.ts';

/** What hands JSON on to another program. */
export type Webhook = {
	/**
	 * @param id the same for each try, so that who gets it twice sees it once
	 * @returns null where it was taken, else why not
	 */
	send(url: string, body: unknown, id: string): Promise<Failure | null>;
};

const TIMEOUT = 20_000;

/**
 * Addresses of the machine itself, of its network and of the cloud it may run in: whoever may write a
 * URL must not reach what only the machine may. IANA special-purpose registries, RFC 6890.
 */
const inside = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3]
] as const)
	inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
	['::', 127],
	['64:ff9b::', 96],
	['fc00::', 7],
	['fe80::', 10],
	['ff00::', 8]
] as const)
	inside.addSubnet(net, bits, 'ipv6');

/** Whether an address is not of the open internet. IPv4 written as IPv6 is what it stands for. */
export function isInside(address: string): boolean {
	const family = isIP(address);
	return family === 0 || inside.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** Looks a name up as usual, and refuses what leads inside: a name may lead elsewhere at each look. */
const lookupOutside: LookupFunction = (host, options, done) =>
	lookup(host, { ...options, all: true }, (error, addresses) => {
		const [first] = addresses ?? [];
		if (error || !first) return done(error ?? new Error(`no address of ${host}`), []);
		if (addresses.some(({ address }) => isInside(address))) return done(new Error(REFUSED), []);
		if (options.all) done(null, addresses);
		else done(null, first.address, first.family);
	});

const REFUSED = 'the address is of this machine or its network';

/**
 * Sends JSON to URLs. Redirects are not followed, and of an answer its status alone is read.
 *
 * @param anywhere also into the machine's own network
 */
export function webhookSender(anywhere: boolean): Webhook {
	return {
		send: (url, body, id) =>
			new Promise((resolve) => {
				const { protocol, hostname } = new URL(url);
				const bare = hostname.replace(/^\[|\]$/g, '');
				if (!anywhere && isIP(bare) && isInside(bare))
					return resolve({ unsure: false, final: true, problem: REFUSED });

				let given = false;
				const content = Buffer.from(JSON.stringify(body));
				const ask = protocol === 'https:' ? httpsRequest : httpRequest;
				const asked = ask(url, {
					method: 'POST',
					timeout: TIMEOUT,
					agent: false,
					headers: {
						'content-type': 'application/json; charset=utf-8',
						'content-length': content.length,
						'user-agent': 'Rubrique',
						'idempotency-key': id
					},
					...(!anywhere && { lookup: lookupOutside })
				});
				asked.on('timeout', () => asked.destroy(new Error('no answer')));
				asked.on('finish', () => (given = true));
				asked.on('error', ({ message }) =>
					resolve({ unsure: given, final: message === REFUSED, problem: message.slice(0, 500) })
				);
				asked.on('response', (response) => {
					response.resume();
					resolve(failureOf(response.statusCode ?? 0));
				});
				asked.end(content);
			})
	};
}

/** An answer is an answer: nothing is unsure. What is refused for good is not tried again. */
function failureOf(status: number): Failure | null {
	if (status >= 200 && status < 300) return null;
	const mayPass = status >= 500 || status === 408 || status === 425 || status === 429;
	return { unsure: false, final: !mayPass, problem: `HTTP ${status}` };
}
