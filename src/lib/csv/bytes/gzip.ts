import { Gunzip } from 'fflate';
import { Trouble } from '../../trouble.ts';
import type { ByteSource } from '../sheet.ts';

/** CSV text shrinks to a twentieth; a file of zeros to a thousandth. */
const MOST_GROWTH = 400;
const SMALL = 50 * 2 ** 20;

/** The same file, expanded as it is read where its bytes are those of a gzip (`clicks.csv.gz`). */
export function expanded(source: ByteSource): ByteSource {
	return {
		...source,
		async *open() {
			let gunzip: Expander | null = null;
			let isFirst = true;
			for await (const chunk of source.open()) {
				if (isFirst && isGzip(chunk)) gunzip = expander(source.name);
				isFirst = false;
				if (gunzip) yield* gunzip(chunk, false);
				else yield chunk;
			}
			if (gunzip) yield* gunzip(new Uint8Array(0), true);
		}
	};
}

/** Whether bytes begin like a gzip. */
export function isGzip(start: Uint8Array): boolean {
	return start[0] === 0x1f && start[1] === 0x8b;
}

type Expander = (chunk: Uint8Array, last: boolean) => Uint8Array[];

function expander(file: string): Expander {
	const out: Uint8Array[] = [];
	const gunzip = new Gunzip((data) => out.push(data));
	let before = 0;
	let after = 0;

	return (chunk, last) => {
		before += chunk.length;
		try {
			gunzip.push(chunk, last);
		} catch {
			throw new Trouble('gzipUnreadable', { file });
		}
		const parts = out.splice(0);
		for (const { length } of parts) after += length;
		if (after > SMALL && after > before * MOST_GROWTH)
			throw new Trouble('zipTooLarge', { most: SMALL });
		return parts;
	};
}
