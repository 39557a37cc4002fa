import { nameKey } from './name-key.ts';

/** What names are of. */
export const namedKinds = ['channel', 'campaign', 'sponsor'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** By kind: the key of a name as files write it → the name under which a person said that it counts. */
export type SameNames = Partial<Record<NamedKind, Record<string, string>>>;

/**
 * Makes what gives each name the one under which it counts, itself where nobody said otherwise.
 *
 * @example renamer({ channel: { 'facebook ads': 'facebook' } }, 'channel')('Facebook Ads') // => 'facebook'
 */
export function renamer(sameNames: SameNames, kind: NamedKind): (name: string) => string {
	const known = sameNames[kind] ?? {};
	if (Object.keys(known).length === 0) return (name) => name;
	return (name) => {
		let current = name;
		// a name that it was joined with may be joined with another later; nobody follows a circle for ever
		for (let steps = 0; steps < 20; steps++) {
			const key = nameKey(current);
			if (!Object.hasOwn(known, key)) break;
			current = known[key]!;
		}
		return current;
	};
}

/**
 * Makes what gives names that differ in case, accents or hyphens alone one spelling: that of most of them,
 * of equally many the first in order.
 *
 * @example oneSpelling(['FERRO', 'Ferro', 'Ferro'])('FERRO') // => 'Ferro'
 */
export function oneSpelling(names: readonly string[]): (name: string) => string {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	const spellings = new Map<string, string>();
	const inOrder = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
	for (const [name] of inOrder) {
		const key = nameKey(name);
		if (!spellings.has(key)) spellings.set(key, name);
	}
	return (name) => spellings.get(nameKey(name)) ?? name;
}
