import { createSecretKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { identityFromKeys, spellingsOf } from './identity.ts';

const identity = identityFromKeys([createSecretKey(Buffer.alloc(32, 7))]);
const hashes = (address: string) =>
	[identity.reader(1, address), identity.domain(address)].map((hash) => hash.toString('hex'));

test('a domain in letters and as domain names write it → one reader, of one domain', () => {
	expect(hashes('ana@bücher.example')).toEqual(hashes('ana@xn--bcher-kva.example'));
	expect(hashes('ana@bücher.example')).not.toEqual(hashes('ana@bucher.example'));
});

test('an address in ASCII → the hash that it always had', () => {
	expect(identity.reader(1, 'ana@example.com').toString('hex')).toBe(
		'd4e39475b9f5f5d7b1972991ab9701b7'
	);
	expect(identity.reader(1, 'ana@xn--bcher-kva.example').toString('hex')).toBe(
		'283a0989dca4360ed5b425108b17efb9'
	);
});

test('what is no address, or of a domain that cannot be → hashed as it is written', () => {
	expect(hashes('ana@é..é')).not.toEqual(hashes('ana@'));
	expect(hashes('été/a.csv')).not.toEqual(hashes('ete/a.csv'));
});

test.each([
	['ana@example.com', ['ana@example.com']],
	['ana@bücher.example', ['ana@bücher.example', 'ana@xn--bcher-kva.example']],
	['ana@xn--bcher-kva.example', ['ana@xn--bcher-kva.example', 'ana@bücher.example']]
])('%s → all its spellings', (address, spellings) => {
	expect(spellingsOf(address)).toEqual(spellings);
});

test('a reader of an international domain → is known by the hash of the letters, too; others have one hash', () => {
	const formerOf = (address: string) => identity.formerReader(1, address)?.toString('hex');
	expect(formerOf('ana@bücher.example')).toBe(formerOf('ana@xn--bcher-kva.example'));
	expect(formerOf('ana@bücher.example')).not.toBe(hashes('ana@bücher.example')[0]);
	expect(['ana@example.com', 'été@example.com', 'xn--a@example.com'].map(formerOf)).toEqual([
		undefined,
		undefined,
		undefined
	]);
});
