// Prints how well polluted CSV files are read: `node tests/bench/csv.mjs FOLDER`, a clone of the Pollock benchmark
// (HPI-Information-Systems/Pollock on GitHub). Vite loads the TypeScript.
import { runnerImport } from 'vite';

const folder = process.argv[2];
if (!folder) {
	process.stderr.write('npm run bench:csv -- FOLDER, a clone of HPI-Information-Systems/Pollock\n');
	process.exit(2);
}
const { module } = await runnerImport('./tests/bench/csv.ts');
process.stdout.write(`${(await module.pollock(folder)).join('\n')}\n`);
