// The program that pages are tested on: with the sample taken in as it is kept between runs.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./tests/flow/sample-database.ts', { configFile: false });
await module.sampleInto(process.env.RUBRIQUE_DATA);
process.argv[2] = 'start';
await import('../../src/cli/launch.mjs');
