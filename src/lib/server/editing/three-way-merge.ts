import { isDeepStrictEqual } from 'node:util';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it is a list of plain values, such as words, names or ids. */
const isList = (value: unknown): value is unknown[] =>
	Array.isArray(value) && value.every((one) => typeof one !== 'object');

/**
 * What two people made of one set: what either added is in it, what either took out is not. What is new comes
 * after what is stored.
 *
 * @param base what the form showed
 * @param sent what came back
 * @param current what is stored by now
 * @example mergeSets([1, 2], [1, 3], [1, 2, 4]) // => [1, 4, 3]
 */
export function mergeSets<T>(
	base: readonly T[],
	sent: readonly T[],
	current: readonly T[]
): readonly T[] {
	// an order that one of the two alone has changed stays as they made it
	if (isDeepStrictEqual(base, sent)) return current;
	if (isDeepStrictEqual(base, current)) return sent;
	const kept = current.filter((one) => sent.includes(one) || !base.includes(one));
	const added = sent.filter((one) => !base.includes(one));
	return [...new Set([...kept, ...added])];
}

/**
 * What two people changed at once, field by field: a form holds all fields of what it changes, also those
 * that its sender left as they were shown, which another may have changed since. Of a list of words it is what each
 * added and took out.
 *
 * @param base what the form showed; a field that is not in it counts as changed
 * @param sent what came back
 * @param current what is stored by now
 * @returns of each field of `sent`: `current` where it came back as it was shown, else what was sent
 * @example threeWayMerge({ name: 'Fil', zone: 'UTC' }, { name: 'Le Fil', zone: 'UTC' }, { name: 'Fil', zone: 'Asia/Tokyo' }) // => { name: 'Le Fil', zone: 'Asia/Tokyo' }
 */
export function threeWayMerge<T>(base: unknown, sent: T, current: T): T {
	if (isList(base) && isList(sent) && isList(current)) return mergeSets(base, sent, current) as T;
	if (!isRecord(sent) || !isRecord(current)) return isDeepStrictEqual(base, sent) ? current : sent;
	const shown = isRecord(base) ? base : {};
	const fields = Object.entries(sent).map(([name, value]) => [
		name,
		threeWayMerge(Object.hasOwn(shown, name) ? shown[name] : undefined, value, current[name])
	]);
	return Object.fromEntries(fields) as T;
}
