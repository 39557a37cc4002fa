import type { ByteSource } from './sheet.ts';

/** A file that is in memory, given in chunks of `size` bytes: for tests, and what is pasted. */
export function bytesInMemory(
	name: string,
	content: string | Uint8Array,
	size = 65_536
): ByteSource {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name,
		size: bytes.length,
		async *open() {
			for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
		}
	};
}
