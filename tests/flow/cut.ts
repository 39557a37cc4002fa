import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to a server that can be cut, and mended. */
export async function lineTo(url: string) {
	const target = new URL(url);
	const open = new Set<Socket>();
	let isCut = false;
	const line = createServer((near) => {
		if (isCut) return near.destroy();
		const far = connect(Number(target.port), target.hostname);
		for (const [one, other] of [
			[near, far],
			[far, near]
		] as const) {
			open.add(one);
			one.pipe(other);
			one.on('error', () => other.destroy());
			one.on('close', () => open.delete(one));
		}
	});
	await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));

	return {
		url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
		cut() {
			isCut = true;
			for (const socket of open) socket.destroy();
		},
		mend: () => void (isCut = false),
		close: () =>
			new Promise<void>((resolve) => {
				for (const socket of open) socket.destroy();
				line.close(() => resolve());
			})
	};
}
