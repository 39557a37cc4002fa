import { sectionKey } from '../derive/section-key.ts';
import type { Archive } from '../figures/archive.ts';

/** The sections that items of an archive stand in, by the keys that headings are compared by. */
export function sectionKeys({ items }: Archive): Map<string, number> {
	return new Map(
		items.flatMap(({ section, sectionId }) =>
			section !== null && sectionId !== null ? [[sectionKey(section), sectionId] as const] : []
		)
	);
}
