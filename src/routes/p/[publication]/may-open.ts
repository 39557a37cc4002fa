import { allowedTo, type Action } from '#lib/permissions.ts';

/**
 * Whether somebody who may do these things may open a page of the publication.
 *
 * @param route of the page below its publication, `/issues/[issue]/edit`; a query makes no difference
 */
export function mayOpen(may: readonly Action[], route: string): boolean {
	const audience = allowedTo(`/p/[publication]${route.replace(/[?#].*/, '')}`, 'GET');
	return may.some((action) => action === audience);
}
