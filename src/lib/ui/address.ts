import { getContext, hasContext, setContext } from 'svelte';

type Address = () => URLSearchParams;

const KEY = Symbol('address');

/** Says what is asked for in the address of the page: set once by a layout, read by its tables. */
export function giveAddress(params: Address): void {
	setContext(KEY, params);
}

/** What is asked for in the address of the page; nothing where no layout says it. */
export function address(): Address {
	return hasContext(KEY) ? getContext<Address>(KEY) : () => new URLSearchParams();
}

/** The same address with parameters changed; `null` takes one off. All others stay as they are. */
export function withParams(
	params: URLSearchParams,
	changes: Record<string, string | number | null>
): string {
	const next = new URLSearchParams(params);
	for (const [key, value] of Object.entries(changes)) {
		next.delete(key);
		if (value !== null) next.set(key, String(value));
	}
	return next.size ? `?${next}` : '?';
}
