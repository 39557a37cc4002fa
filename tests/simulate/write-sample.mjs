// Writes imports/sample anew: `node tests/simulate/write-sample.mjs`. Vite loads the TypeScript.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../../imports/sample');

const { module } = await runnerImport(join(here, 'sample.ts'), { configFile: false });
const files = Object.entries(module.sampleFiles());

rmSync(folder, { recursive: true, force: true });
for (const [path, content] of files) {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

const size = files.reduce((sum, [, { length }]) => sum + length, 0);
process.stderr.write(`imports/sample: ${files.length} files, ${(size / 1e6).toFixed(1)} MB\n`);
