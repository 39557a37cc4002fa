// Prints how right and how fast issues are read: `node tests/bench/parse.mjs [FOLDER of issues with
// truth]`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

// loaded once, as the program is: V8 no longer optimises patterns of a process that holds every one of them twice
const { module } = await runnerImport('./tests/bench/parse.ts', { configFile: false });
const { lines } = await module.readings(process.argv[2] ?? null);

process.stdout.write(`${[...lines, '', ...(await module.parseSpeed())].join('\n')}\n`);
