import type { Settings } from '#lib/server/settings.ts';

/** The address under which people reach the pages, as far as the settings know. */
export function addressOf({ address, host, port }: Settings): string {
	if (address) return address;
	const everywhere = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host);
	return `http://${everywhere ? 'localhost' : host}:${port}`;
}
