import type { Formats } from './format.ts';

/** How an issue is called: figures name it by its number, and by its title where it has none. */
export function issueName(label: string, formats: Formats): string {
	return /^\d+$/.test(label) ? formats.issue(Number(label)) : label;
}
