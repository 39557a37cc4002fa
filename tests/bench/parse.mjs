// Prints how right and how fast issues are read: `node tests/bench/parse.mjs [FOLDER of issues with truth]`. Vite loads the TypeScript.
import { runnerImport } from 'vite';

const load = (name) => runnerImport(`./tests/bench/${name}.ts`, { configFile: false });
const { module } = await load('parse');
const { lines } = await module.readings(process.argv[2] ?? null);
const { module: speed } = await load('parse-speed');

process.stdout.write(`${[...lines, '', ...(await speed.parseSpeed())].join('\n')}\n`);
