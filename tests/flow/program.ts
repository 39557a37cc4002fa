import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own: for data, for an inbox, for what a person has at hand. */
export function folder(): string {
	return mkdtempSync(join(tmpdir(), 'rubrique-flow-'));
}

type Where = {
	/** where the person stands */
	here: string;
	env?: Record<string, string>;
};

function begin(args: string[], { here, env }: Where): ChildProcess {
	return spawn(process.execPath, ['src/cli/launch.mjs', ...args], {
		env: { ...process.env, LC_ALL: 'C.UTF-8', INIT_CWD: here, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** Runs a command as a person would, and waits for its end. */
export function rubrique(
	args: string[],
	where: Where
): Promise<{ code: number | null; out: string; talk: string }> {
	const child = begin(args, where);
	let out = '';
	let talk = '';
	child.stdout?.on('data', (chunk) => (out += chunk));
	child.stderr?.on('data', (chunk) => (talk += chunk));
	return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, talk })));
}

/** The program serving pages, until it is told to stop. */
export type Running = { address: string; talk(): string; stop(): Promise<number | null> };

/** Starts it on a free port, and waits until it says that it is ready. */
export async function started(where: Where): Promise<Running> {
	const port = await freePort();
	const env = { RUBRIQUE_DATA: folder(), RUBRIQUE_IMPORTS: folder(), PORT: String(port) };
	const child = begin(['start'], { here: where.here, env: { ...env, ...where.env } });
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	let talk = '';

	await new Promise<void>((resolve, reject) => {
		child.stderr?.on('data', (chunk) => {
			talk += chunk;
			if (talk.includes('Rubrique is ready')) resolve();
		});
		void ended.then((code) => reject(new Error(`ended with ${code}: ${talk}`)));
	});

	return {
		address: `http://localhost:${port}`,
		talk: () => talk,
		stop() {
			child.kill('SIGTERM');
			return ended;
		}
	};
}

export function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}
