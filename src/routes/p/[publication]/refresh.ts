import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Loads what is shown anew because the program has news. Whoever is on the way to another page goes there
 * all the same: SvelteKit drops a navigation that an invalidation overtakes, and the click would be lost.
 * The promise is kept once the page, or the other one, is loaded.
 */
export async function refresh(): Promise<void> {
	// one that is broken off has no news either
	if (navigating.complete) await navigating.complete.catch(() => {});
	else await invalidateAll();
}
