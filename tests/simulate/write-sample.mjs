// Writes imports/sample: `node tests/simulate/write-sample.mjs`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/simulate/write-sample.ts', { configFile: false });
const { files, size } = module.writeSample();

process.stderr.write(`imports/sample: ${files} files, ${(size / 1e6).toFixed(1)} MB\n`);
