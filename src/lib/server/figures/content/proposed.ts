import type { ArchiveFacts } from '../../fits/archive.ts';

/** Whether a topic was proposed from the publication's own words and not yet kept or dropped. */
export function isProposed({
	namedBy,
	archived
}: Pick<ArchiveFacts['topics'][number], 'namedBy' | 'archived'>): boolean {
	return namedBy === 'proposal' && !archived;
}
