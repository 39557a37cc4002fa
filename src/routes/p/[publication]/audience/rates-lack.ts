import type { Need } from '#lib/columns/needs.ts';

type Issue = { delivered: number | null; clickers: number | null };

/** What click rates of issues lack: deliveries, else clicks; nothing where an issue is not whole yet, or none was sent. */
export function ratesLack(issues: readonly Issue[]): Need[] {
	if (issues.length === 0) return [];
	if (issues.every(({ delivered }) => delivered === null)) return ['deliveries'];
	return issues.every(({ clickers }) => clickers === null) ? ['clicks'] : [];
}
