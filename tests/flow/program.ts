import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../free-port.mjs';
import { begun, builtCommand, outcomeOf } from './built.ts';

/** Asked for once: whether a build is of the present sources takes half as long as a short command. */
let main: Promise<string> | undefined;

const folders: string[] = [];
const children = new Set<ChildProcess>();

/** Ends what still runs, which would write where nothing is any more, and removes all folders. */
export async function leaveNothing() {
	await Promise.all([...children].map(gone));
	removeFolders();
}

function removeFolders() {
	for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

// journeys of pages stop their programs themselves; of a file of tests this is done at its end
if (!process.env.VITEST) process.on('exit', removeFolders);

/** A folder of its own: for data, for an inbox, for what a person has at hand. Gone after all tests. */
export function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'rubrique-flow-'));
	folders.push(path);
	return path;
}

function gone(child: ChildProcess): Promise<unknown> {
	return new Promise((resolve) => {
		child.on('close', resolve);
		child.kill('SIGTERM');
	});
}

type Where = {
	/** where the person stands */
	here: string;
	env?: Record<string, string>;
};

async function begin(args: string[], { here, env }: Where): Promise<ChildProcess> {
	const child = begun(await (main ??= builtCommand()), args, { INIT_CWD: here, ...env });
	children.add(child);
	child.on('close', () => children.delete(child));
	return child;
}

/** Runs a command as a person would, and waits for its end. */
export async function rubrique(
	args: string[],
	where: Where
): Promise<{ code: number | null; out: string; talk: string }> {
	return outcomeOf(await begin(args, where));
}

/** The program serving pages, until it is told to stop. */
export type Running = {
	address: string;
	pid: number;
	talk(): string;
	/** waits until it has said that, so many times */
	says(text: string, times?: number): Promise<void>;
	stop(): Promise<number | null>;
};

/** Starts it on a free port, and waits until it says that it is ready. */
export async function started(where: Where): Promise<Running> {
	const port = await freePort();
	const own = {
		RUBRIQUE_DATA: folder(),
		RUBRIQUE_IMPORTS: folder(),
		PORT: String(port),
		// a slow machine stands still at times
		WATCHDOG_SECONDS: '0'
	};
	const env = { ...own, ...where.env };
	const child = await begin(['start'], { here: where.here, env });
	const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
	let talk = '';
	child.stderr?.on('data', (chunk) => (talk += chunk));

	function says(text: string, times = 1) {
		return new Promise<void>((resolve, reject) => {
			const listen = () => talk.split(text).length > times && resolve();
			child.stderr?.on('data', listen);
			listen();
			void ended.then((code) => reject(new Error(`ended with ${code}: ${talk}`)));
		});
	}
	await says('Rubrique is ready');

	return {
		address: `http://localhost:${env.PORT}`,
		pid: child.pid!,
		says,
		talk: () => talk,
		stop() {
			child.kill('SIGTERM');
			return ended;
		}
	};
}
