import { expect, test } from 'vitest';
import { processesBelow } from './processes.ts';
import { folder, started } from './program.ts';

/** The process below this one that serves pages. */
const webProcess = (root: number) =>
	processesBelow(root).find(({ args }) => args.includes('serve'))!.pid;

const begin = (env: Record<string, string> = {}) => started({ here: folder(), env });

// signals that stop a process without its knowing are not everywhere
test.skipIf(process.platform === 'win32')(
	'a web process that stands still → said, restarted, and pages are served again',
	async () => {
		const program = await begin({ WATCHDOG_SECONDS: '2' });
		const stuck = webProcess(program.pid);
		process.kill(stuck, 'SIGSTOP');
		await program.says('The web process did not respond for 2 s');
		await program.says('Rubrique is ready', 2);
		expect(webProcess(program.pid)).not.toBe(stuck);
		expect((await fetch(`${program.address}/welcome`)).ok).toBe(true);
		expect(await program.stop()).toBe(0);
	}
);

test.skipIf(process.platform === 'win32')(
	'asked to stop while the web process stands still → it ends all the same',
	async () => {
		const program = await begin({ WATCHDOG_SECONDS: '0' });
		process.kill(webProcess(program.pid), 'SIGSTOP');
		expect(await program.stop()).toBe(0);
		await expect(fetch(program.address)).rejects.toThrow();
	}
);

test('a port in use → said once, with the exit code of foreseen trouble, and nothing stays', async () => {
	const program = await begin();
	const port = new URL(program.address).port;
	await expect(begin({ PORT: port })).rejects.toThrow(/ended with [12]: .*/s);
	expect(await program.stop()).toBe(0);
});
