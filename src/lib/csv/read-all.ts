import { Trouble } from '../trouble.ts';
import type { ByteSource } from './sheet.ts';

/**
 * All bytes of a file, for formats that cannot be read from their beginning to their end.
 *
 * @throws {Trouble} fileTooLarge above `most` bytes
 */
export async function readAll({ name, open }: ByteSource, most: number): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of open()) {
		length += chunk.length;
		if (length > most) throw new Trouble('fileTooLarge', { file: name, most });
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
