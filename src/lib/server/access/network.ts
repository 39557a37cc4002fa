import { isIP } from 'node:net';

/**
 * The network that an address stands for when tries are counted: an IPv4 address, or the /64 that
 * one household or machine is given of IPv6. What is no address is one network, called `unknown`.
 *
 * @example networkOf('::ffff:192.0.2.7') // => '192.0.2.7'
 * @example networkOf('2001:db8:1:2:3:4:5:6') // => '2001:db8:1:2'
 */
export function networkOf(given: string): string {
	// proxies write a port behind it, in brackets for IPv6; a link's own address names its interface
	const address = given
		.trim()
		.replace(/^\[(.*)\](:\d+)?$/, '$1')
		.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
		.replace(/%[^]*/, '');
	const kind = isIP(address);
	if (kind === 4) return address;
	if (kind !== 6) return 'unknown';

	const groups = groupsOf(address);
	const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (isMapped)
		return groups
			.slice(6)
			.flatMap((group) => [group >> 8, group & 255])
			.join('.');
	return groups
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(':');
}

/** The eight groups of an IPv6 address, however it is shortened. */
function groupsOf(address: string): number[] {
	const read = (part: string) =>
		part
			.split(':')
			.filter(Boolean)
			.flatMap((group) => {
				if (!group.includes('.')) return [parseInt(group, 16)];
				const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
				return [a * 256 + b, c * 256 + d];
			});
	const [head = '', tail = ''] = address.split('::');
	const [before, after] = [read(head), read(tail)];
	return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
