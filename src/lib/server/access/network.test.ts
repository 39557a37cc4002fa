import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	[' 192.0.2.7 ', '192.0.2.7'],
	['192.0.2.7:4711', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['::FFFF:c000:207', '192.0.2.7'],
	['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:db8:1:2::9', '2001:db8:1:2'],
	['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
	['[2001:db8:1:2::9]:443', '2001:db8:1:2'],
	['2001:db8:1:3::9', '2001:db8:1:3'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['::1', '0:0:0:0'],
	['', 'unknown'],
	['unknown', 'unknown'],
	['_hidden', 'unknown']
])('%s → the network %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('a text far longer than an address → of no network', () => {
	expect(networkOf('x'.repeat(100_000))).toBe('unknown');
});
