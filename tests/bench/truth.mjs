// Prints the proof of verdicts and lift: `node tests/bench/truth.mjs`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/bench/truth.ts', { configFile: false });
const { table, passed } = module.truth((line) => process.stderr.write(`${line}\n`));

process.stdout.write(`${table}\n`);
process.exitCode = passed ? 0 : 1;
