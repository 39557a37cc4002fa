import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleFiles } from './sample.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../imports/sample');

/** Writes the sample publication anew. */
export function writeSample() {
	rmSync(folder, { recursive: true, force: true });

	let size = 0;
	const files = Object.entries(sampleFiles());
	for (const [path, content] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
		size += content.length;
	}
	return { files: files.length, size };
}
