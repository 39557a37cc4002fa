import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, prepare } from '../src/cli/prepare.mjs';
import { findChromium } from './browser.mjs';
import { freePort } from './free-port.mjs';

// Runs everything, whatever fails on the way, and ends with one line of totals. With `--all` every
// combination of routes, values, archives and moments is tried, of which else each is dealt a part.

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'rubrique-tests-'));
const total = { passed: 0, flaky: 0, failed: 0 };

process.chdir(root);
// whatever a test or a tool leaves lying about goes with the reports
const temporary = join(reports, 'tmp');
mkdirSync(temporary);
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

// what is tested says its words in English, and stands where the program is
const env = { ...process.env, LC_ALL: 'C.UTF-8', INIT_CWD: root, CI: '1', NO_COLOR: '1' };
for (const name of ['TMPDIR', 'TMP', 'TEMP']) env[name] = temporary;
// what lives shortly is swept less often: a twentieth of all processor time
env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=64`.trim();
if (process.argv.includes('--all')) env.EVERY_COMBINATION = '1';

const words = JSON.parse(readFileSync('messages/en.json', 'utf8'));
const say = (key, details = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => details[name]);

function bin(tool) {
	return `node_modules/.bin/${tool}`;
}

/** Runs a program. Its output is shown where it fails; `loud` shows it as it comes. */
function run(label, command, args, { loud = false, more = {} } = {}) {
	const started = Date.now();
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			env: { ...env, ...more },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32'
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (chunk) => {
				said += chunk;
				if (loud) process.stdout.write(chunk);
			});

		child.on('error', (error) => (said += error.message));
		child.on('close', (code) => {
			const seconds = Math.round((Date.now() - started) / 1000);
			if (code !== 0 && !loud) process.stdout.write(said);
			process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${label} (${seconds} s)\n`);
			resolve(code === 0);
		});
	});
}

function count(passed, failed, flaky = 0) {
	total.passed += passed;
	total.failed += failed;
	total.flaky += flaky;
}

async function check(label, command, args) {
	const passed = await run(label, command, args);
	count(passed ? 1 : 0, passed ? 0 : 1);
}

async function build() {
	try {
		await prepare(say);
		count(1, 0);
		process.stdout.write('ok     build\n');
	} catch (error) {
		count(0, 1);
		process.stdout.write(`${error.stack}\nFAILED build\n`);
	}
}

/** Unit, flow, rules and simulation. */
async function tests() {
	const file = join(reports, 'vitest.json');
	const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
	const passed = await run('tests', bin('vitest'), args, { loud: true });
	if (!existsSync(file)) return count(0, 1);

	const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
	// a file that could not be loaded, or no test at all, is a failure without a failed test
	const silent = numFailedTests === 0 && (!passed || numPassedTests === 0);
	count(numPassedTests, numFailedTests + (silent ? 1 : 0));
}

/** Pages, in a real browser, against a server of their own with a data folder of its own. */
async function pages() {
	const chromium = await findChromium();
	if (!chromium) {
		process.stdout.write('FAILED pages: no Chromium; name one with RUBRIQUE_CHROMIUM=path\n');
		return count(0, 1);
	}

	const file = join(reports, 'playwright.json');
	const more = {
		RUBRIQUE_CHROMIUM: chromium,
		RUBRIQUE_TEST_PORT: String(await freePort()),
		RUBRIQUE_TEST_DATA: join(reports, 'data'),
		PLAYWRIGHT_JSON_OUTPUT_FILE: file
	};
	const args = ['test', '--reporter=dot,json'];
	const passed = await run('pages', bin('playwright'), args, { loud: true, more });
	if (!existsSync(file)) return count(0, 1);

	const { expected, flaky, unexpected } = JSON.parse(readFileSync(file, 'utf8')).stats;
	const silent = unexpected === 0 && (!passed || expected + flaky === 0);
	count(expected, unexpected + (silent ? 1 : 0), flaky);
}

await install(say);
// types and messages that the checks read are generated
await run('messages', process.execPath, ['messages.config.js']);
await run('generated types', bin('svelte-kit'), ['sync']);

// the native compiler checks all types in a third of the time
const typed = ['--tsconfig', './tsconfig.json', '--tsgo-experimental-api'];

// two at a time, those that take longest first: each of them works on little more than one core
const checks = [
	() => build(),
	() => check('lint', bin('eslint'), ['.']),
	() => check('types', bin('svelte-check'), [...typed, '--output', 'human']),
	() => check('format', bin('oxfmt'), ['--check', '.']),
	() => check('unused', bin('knip'), []),
	() => check('unused but by tests', bin('knip'), ['--production'])
];
async function work() {
	for (let next = checks.shift(); next; next = checks.shift()) await next();
}
await Promise.all([work(), work()]);
await tests();
await pages();

// a test that failed first and then passed did not pass, and says nothing against what it tests
const flaky = total.flaky ? `${total.flaky} flaky, ` : '';
process.stdout.write(`${total.passed} passed, ${flaky}${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
