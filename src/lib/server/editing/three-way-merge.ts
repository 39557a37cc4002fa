import { isDeepStrictEqual } from 'node:util';

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What two people changed at once, field by field: a form holds all fields of what it changes, also those
 * that its sender left as they were shown, which another may have changed since.
 *
 * @param base what the form showed; a field that is not in it counts as changed
 * @param sent what came back
 * @param current what is stored by now
 * @returns of each field of `sent`: `current` where it came back as it was shown, else what was sent
 * @example threeWayMerge({ name: 'Fil', zone: 'UTC' }, { name: 'Le Fil', zone: 'UTC' }, { name: 'Fil', zone: 'Asia/Tokyo' }) // => { name: 'Le Fil', zone: 'Asia/Tokyo' }
 */
export function threeWayMerge<T>(base: unknown, sent: T, current: T): T {
	if (!isRecord(sent) || !isRecord(current)) return isDeepStrictEqual(base, sent) ? current : sent;
	const shown = isRecord(base) ? base : {};
	const fields = Object.entries(sent).map(([name, value]) => [
		name,
		threeWayMerge(Object.hasOwn(shown, name) ? shown[name] : undefined, value, current[name])
	]);
	return Object.fromEntries(fields) as T;
}
