// Prints how right issues are read: `node tests/bench/parse.mjs [FOLDER of issues with truth]`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/bench/parse.ts', { configFile: false });
const { lines } = await module.readings(process.argv[2] ?? null);

process.stdout.write(`${lines.join('\n')}\n`);
