import { execFileSync } from 'node:child_process';

export type Process = { pid: number; args: string[] };

/** A process and all that it began, and what these began. */
export function processesBelow(root: number): Process[] {
	const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((line) => line.trim().split(/\s+/));
	const below = new Set([String(root)]);
	for (let known = 0; known < below.size;) {
		known = below.size;
		for (const [pid = '', parent = ''] of rows) if (below.has(parent)) below.add(pid);
	}
	return rows
		.filter(([pid = '']) => below.has(pid))
		.map(([pid, , ...args]) => ({ pid: Number(pid), args }));
}
