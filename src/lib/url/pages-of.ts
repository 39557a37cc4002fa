import { canonical } from './canonical.ts';

/** The pages that links lead to, by their canonical keys; links that lead to none are left out. */
export function pagesOf(links: readonly { target: string }[]): Set<string> {
	return new Set(links.flatMap(({ target }) => canonical(target) ?? []));
}
