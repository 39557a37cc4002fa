import type { Need } from '#lib/columns/needs.ts';

type Issue = { delivered: number | null; clickers: number | null };

/** What click rates of issues lack: deliveries, else clicks; nothing where an issue is merely not whole yet. */
export function ratesLack(issues: readonly Issue[]): Need[] {
	if (issues.every(({ delivered }) => delivered === null)) return ['deliveries'];
	return issues.every(({ clickers }) => clickers === null) ? ['clicks'] : [];
}
