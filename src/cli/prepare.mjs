import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { whileHolding } from './lock.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const builds = join(root, 'build');
const lock = join(builds, '.lock');
const memory = join(builds, '.sources');

/** What decides the build, besides what the lock file says. Migrations are read when running. */
const sources = [
	'src',
	'messages',
	'static',
	'messages.config.js',
	'package.json',
	'package-lock.json',
	'project.inlang/settings.json',
	'adapter.config.js',
	'scripts-by-language.config.ts',
	'svelte.config.js',
	'used-messages.config.ts',
	'vite.cli.config.ts',
	'vite.config.ts'
];

/**
 * Installs and builds what is not there yet, and returns the address of the built command line.
 * Says what takes long on stderr. Where nothing changed it only reads, and needs no network.
 *
 * @param {(key: string, details?: Record<string, unknown>) => string} say
 */
export async function prepare(say) {
	const ready = join(builds, fingerprint());

	try {
		// what is built already runs without the packages that built it
		await install(say, !existsSync(ready));
		if (!existsSync(ready)) await whileHolding(lock, say, () => build(ready, say));
	} catch (error) {
		if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
		throw foreseen(say('launch.readOnly', { folder: root }));
	}

	return pathToFileURL(join(ready, 'cli/main.js')).href;
}

/** Installs from the lock file what is not installed; `dev`: with what building and testing need. */
export async function install(say, dev = true) {
	if (!isInstalled(dev)) await whileHolding(lock, say, () => download(say, dev));
}

async function download(say, dev) {
	// somebody else may have done it while we waited
	if (isInstalled(dev)) return;

	// npm says how it was started; without it, the one on the path
	const npm = process.env.npm_execpath;
	const [command, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
	const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];

	await step(say, 'launch.installing', command, [...first, ...options]);
}

/** npm leaves a lock file of what it installed, last of all: the two must agree. */
function isInstalled(dev) {
	const wanted = packages('package-lock.json');
	const installed = packages('node_modules/.package-lock.json');

	const foreign = Object.values(installed).some(
		({ os, cpu }) => !fits(os, process.platform) || !fits(cpu, process.arch)
	);
	const missing = Object.entries(wanted).some(([path, { version, optional, link, ...more }]) => {
		if (path === '' || link || (!dev && (more.dev || more.devOptional))) return false;
		return installed[path] ? installed[path].version !== version : !optional;
	});

	return !foreign && !missing;
}

function packages(lock) {
	const file = join(root, lock);
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

function fits(allowed, actual) {
	return !allowed || allowed.includes(actual) || allowed.some((name) => name.startsWith('!'));
}

/**
 * A build is named for what it was made of, so that a running server keeps its own. Where no file was
 * touched since its name was found, that is remembered: reading them all takes longer than most commands.
 */
function fingerprint() {
	const files = sources.flatMap(filesIn);
	const touched = digest(
		files.map(({ path, size, mtimeMs, ctimeMs }) => [path, size, mtimeMs, ctimeMs].join())
	);
	const known = remembered();
	if (known[0] === touched) return known[1];

	const name = digest(files.flatMap(({ path }) => [path, readFileSync(join(root, path))])).slice(
		0,
		12
	);
	remember(`${touched} ${name}`);
	return name;
}

function filesIn(path) {
	const file = join(root, path);
	if (!existsSync(file) || path === 'src/lib/messages/compiled' || /\.test\.ts$/.test(path))
		return [];

	const stat = statSync(file);
	const { size, mtimeMs, ctimeMs } = stat;
	return stat.isDirectory()
		? readdirSync(file)
				.sort()
				.flatMap((name) => filesIn(`${path}/${name}`))
		: [{ path, size, mtimeMs, ctimeMs }];
}

function digest(parts) {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

/** When the sources were last touched, and the name of their build. */
function remembered() {
	return existsSync(memory) ? readFileSync(memory, 'utf8').split(' ') : [];
}

function remember(line) {
	try {
		// whole, whoever reads it meanwhile
		writeFileSync(`${memory}.${process.pid}`, line);
		renameSync(`${memory}.${process.pid}`, memory);
	} catch {
		// a folder of somebody else's, or nothing was built yet: found out again next time
	}
}

async function build(ready, say) {
	if (existsSync(ready)) return;

	const vite = join(
		dirname(createRequire(join(root, 'x')).resolve('vite/package.json')),
		'bin/vite.js'
	);
	const out = mkdtempSync(join(builds, '.next-'));
	const env = { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', RUBRIQUE_BUILD: out };

	try {
		await step(say, 'launch.buildingPages', process.execPath, [vite, 'build'], env);
		const cli = [vite, 'build', '--config', 'vite.cli.config.ts'];
		await step(say, 'launch.buildingCommands', process.execPath, cli, env);
		prune();
		renameSync(out, ready);
	} finally {
		rmSync(out, { recursive: true, force: true });
	}
}

/** Keeps the latest build, which a server may be running from. */
function prune() {
	const old = readdirSync(builds)
		.filter((name) => /^[0-9a-f]{12}$|^\.next-/.test(name))
		.map((name) => join(builds, name))
		.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

	// the first is the build just made, still under its passing name
	for (const folder of old.slice(2)) rmSync(folder, { recursive: true, force: true });
}

/** Runs a program quietly; what it said is shown if it fails. */
function step(say, label, command, args, env = process.env) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	process.stderr.write(`${say(label)}\n`);
	const progress = setInterval(
		() => process.stderr.write(`  ${say('launch.stillAtIt', { seconds: seconds() })}\n`),
		10_000
	);

	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			// npm is a script on Windows
			shell: command === 'npm' && process.platform === 'win32'
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
		}

		child.on('error', reject);
		child.on('close', (code) => {
			if (code === 0) return resolve();
			process.stderr.write(said);
			reject(foreseen(say('launch.failed', { step: say(label) })));
		});
	}).finally(() => clearInterval(progress));
}

/** An error whose message is all that the person needs to see. */
function foreseen(message) {
	return Object.assign(new Error(message), { foreseen: true });
}
