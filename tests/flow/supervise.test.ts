import { spawn, type ChildProcess } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { supervise, type Incident } from '../../src/cli/supervise.ts';

const beating = `setInterval(() => process.send('beat'), 50); process.send('beat');`;
const obedient = `${beating} process.on('message', () => process.exit(0));`;
const hanging = `process.send('beat', () => { for (;;); });`;
const deaf = `${beating} process.on('message', () => {}); process.on('SIGTERM', () => {});`;

let children: ChildProcess[] = [];
afterEach(() => {
	for (const child of children) child.kill('SIGKILL');
	children = [];
});

/** Begins one program after the other, the last one again and again. */
function watched(
	programs: string[],
	own: { timeout?: number; grace?: number; interval?: number } = {}
) {
	const said: Incident[] = [];
	const listeners: (() => void)[] = [];
	const begun: boolean[] = [];
	let ready = () => {};
	const isReady = new Promise<void>((resolve) => (ready = resolve));
	const watch = supervise({
		begin(again) {
			const program = programs[Math.min(begun.push(again), programs.length) - 1]!;
			const child = spawn(process.execPath, ['-e', program], {
				stdio: ['ignore', 'ignore', 'ignore', 'ipc']
			});
			children.push(child);
			child.on('message', () => listeners.forEach((heard) => heard()));
			return child;
		},
		timeout: own.timeout ?? 1000,
		grace: own.grace ?? 60_000,
		...(own.interval && { interval: own.interval }),
		onReady: ready,
		onIncident: (incident) => said.push(incident)
	});
	/** Until the nth process has been heard of. */
	const heardOf = (nth: number) =>
		new Promise<void>((resolve) => listeners.push(() => begun.length >= nth && resolve()));
	return { ...watch, said, begun, isReady, heardOf };
}

test('a process that really hangs → killed, said, begun again, and served by the next', async () => {
	const { said, begun, heardOf, stop, ended } = watched([hanging, obedient]);
	await heardOf(2);
	expect(said).toEqual(['stalled']);
	expect(begun).toEqual([false, true]);
	expect(children[0]!.signalCode).toBe('SIGKILL');
	stop();
	expect(await ended).toBe(0);
});

test('a process that hangs while it is asked to end → killed after its grace', async () => {
	const { isReady, stop, ended, said } = watched([hanging], { timeout: 0, grace: 200 });
	await isReady;
	stop();
	expect(await ended).toBe(0);
	expect(said).toEqual(['killed']);
	expect(children[0]!.signalCode).toBe('SIGKILL');
});

test('a process that will not end → killed after its grace, which is said; at once when asked twice', async () => {
	for (const [grace, times, incidents] of [
		[200, 1, ['killed']],
		[3_600_000, 2, []]
	] as const) {
		const { isReady, stop, ended, said } = watched([deaf], { grace });
		await isReady;
		for (let n = 0; n < times; n++) stop();
		expect(await ended).toBe(0);
		expect(said).toEqual(incidents);
		expect(children.at(-1)!.signalCode).toBe('SIGKILL');
	}
});

test('a long silence before the first word → nobody kills it', async () => {
	const late = `setTimeout(() => { ${obedient} }, 3000);`;
	const { said, begun, isReady, stop, ended } = watched([late], { timeout: 500 });
	await isReady;
	expect([said, begun]).toEqual([[], [false]]);
	stop();
	expect(await ended).toBe(0);
});

test('asked to stop before it is ready → it ends', async () => {
	const { stop, ended } = watched(['setInterval(() => {}, 1000)']);
	stop();
	expect(await ended).toBe(0);
});

test('a process that cannot start → its exit code, and no second try', async () => {
	const { ended, begun, said } = watched(['process.exit(2)']);
	expect(await ended).toBe(2);
	expect([begun, said]).toEqual([[false], []]);
});

test('a process that falls over once → begun again; again and again → given up', async () => {
	const falling = `process.send('beat', () => process.exit(3));`;
	const { ended, begun, said } = watched([falling], { interval: 20 });
	expect(await ended).toBe(1);
	expect(said).toEqual(['fell', 'fell', 'fell', 'fell', 'fell', 'gaveUp']);
	expect(begun).toEqual([false, true, true, true, true, true]);
});
