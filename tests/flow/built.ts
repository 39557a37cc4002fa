import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../src/cli/prepare.mjs';

/** The built command line as one file, built first where it is not there. */
export async function builtCommand(): Promise<string> {
	return fileURLToPath(await prepare((key: string) => key));
}

/** Runs the built command line. @returns the process, which is the command itself */
export function begun(main: string, args: string[], env: Record<string, string>) {
	return spawn(process.execPath, [main, ...args], {
		env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
}

/** Waits for the end of a command. @returns its exit code, what it printed, and what it said beside that */
export async function outcomeOf(child: ChildProcess) {
	let [out, talk] = ['', ''];
	child.stdout?.on('data', (chunk) => (out += chunk));
	child.stderr?.on('data', (chunk) => (talk += chunk));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, out, talk };
}
