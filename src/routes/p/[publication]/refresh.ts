import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Loads what is shown anew because the program has news. Whoever is on the way to another page goes there
 * all the same: SvelteKit drops a navigation that an invalidation overtakes, and the click would be lost.
 */
export function refresh(): void {
	if (!navigating.to) void invalidateAll();
}
