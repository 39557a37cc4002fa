import { createHash } from 'node:crypto';

/** What may be a digest: 32, 40 or 64 digits of hex. */
const DIGEST = /(?<![\da-f])(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64})(?![\da-f])/i;

/** Digests of an address that links and exports name a reader by: anybody who knows the address can make them. */
export function digestsOf(address: string): string[] {
	return ['md5', 'sha1', 'sha256'].map((kind) => createHash(kind).update(address).digest('hex'));
}

/** A link without the digest of the reader whom its row names: the part or parameter that is one goes. */
export function withoutDigests(url: string, address: string | null): string {
	if (address === null || !DIGEST.test(url)) return url;
	return digestsOf(address).reduce(
		(text, digest) =>
			text.toLowerCase().includes(digest)
				? text
						.replace(
							new RegExp(`([?&#])[^?&#=]*=[^?&#=]*${digest}[^?&#]*?(&(?:amp;)?|(?=[?&#]|$))`, 'i'),
							keptMark
						)
						.replace(new RegExp(`/[^/?#]*${digest}[^/?#]*`, 'i'), '')
						.replace(new RegExp(digest, 'gi'), '')
				: text,
		url
	);
}

/** More people than these are no recipients of one copy. */
const MOST = 20;

/** A document without digests of those whom it was sent to, in its links and its words. */
export function documentWithoutDigests(document: string, addresses: readonly string[]): string {
	if (!DIGEST.test(document)) return document;
	return addresses
		.slice(0, MOST)
		.reduce(
			(text, address) =>
				text
					.replace(/https?:\/\/[^\s<>"']{1,4096}/gi, (url) => withoutDigests(url, address))
					.replace(new RegExp(digestsOf(address).join('|'), 'gi'), ''),
			document
		);
}

function keptMark(_: string, mark: string, next: string): string {
	return next ? mark : '';
}
