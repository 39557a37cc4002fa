import { getContext, hasContext, setContext } from 'svelte';

type Ways = () => {
	/** where a page of the publication is in the browser, by its path there: `/imports` */
	to: (path: string) => string;
	/** what whoever looks may do */
	may: readonly string[];
	/** who adds what they may not; null where nobody has to be named */
	adding: string | null;
};

const KEY = Symbol('ways');

/** Says where what is missing can be brought: set once by a publication's layout, read by its figures. */
export function giveWays(ways: Ways): void {
	setContext(KEY, ways);
}

/** Where what is missing can be brought; nobody may bring anything where no layout says it. */
export function ways(): Ways {
	return hasContext(KEY)
		? getContext<Ways>(KEY)
		: () => ({ to: (path) => path, may: [], adding: null });
}
