import { error } from '@sveltejs/kit';

/** A path that is no page of the publication: an error below the layout keeps its navigation. */
export function load() {
	error(404);
}
