import type { ArchiveFacts } from '../../fits/archive.ts';

/** Whether the publication's own words propose a topic, and nobody has kept or dropped it yet. */
export function isProposed({
	namedBy,
	archived
}: Pick<ArchiveFacts['topics'][number], 'namedBy' | 'archived'>): boolean {
	return namedBy === 'proposal' && !archived;
}
