// A call takes about a hundred thousand arguments: a list that a file decides the length of is not spread.

/** The largest of these, and at least so much. */
export function largest(values: Iterable<number>, atLeast = -Infinity): number {
	let most = atLeast;
	for (const value of values) if (value > most) most = value;
	return most;
}

/** The smallest of these, and at most so much. */
export function smallest(values: Iterable<number>, atMost = Infinity): number {
	let least = atMost;
	for (const value of values) if (value < least) least = value;
	return least;
}

/** Adds to the list under a key: one that is made anew each time is copied as often as it is long. */
export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, ...more: Value[]): void {
	const list = lists.get(key);
	if (list) append(list, more);
	else lists.set(key, more);
}

/** Adds all of these to the end of a list. */
export function append<Value>(list: Value[], more: Iterable<Value>): void {
	for (const value of more) list.push(value);
}
