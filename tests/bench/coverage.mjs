// Prints how often intervals of lift hold what was planted: `node tests/bench/coverage.mjs [ARCHIVES] [CASE]`.
// Vite loads the TypeScript.
import { runnerImport } from 'vite';

const [archives = '40', only = ''] = process.argv.slice(2);
const { module } = await runnerImport('./tests/bench/coverage.ts', { configFile: false });
for (const line of module.coverage(Number(archives), only)) process.stdout.write(`${line}\n`);
