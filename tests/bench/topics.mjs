// Prints how right topic suggestions are: `node tests/bench/topics.mjs [FOLDER of issues]`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

const folder = process.argv[2] ?? 'imports/sample/numeros';
const { module } = await runnerImport('./tests/bench/topics.ts', { configFile: false });
const { lines, passed } = await module.topics(folder);

process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = passed ? 0 : 1;
