import * as v from 'valibot';
import { columnMap, type ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { Trouble } from '#lib/trouble.ts';

/** A mapping without what is said to people: keys that begin with `//`. */
function withoutRemarks(json: unknown): unknown {
	if (json === null || typeof json !== 'object' || Array.isArray(json)) return json;
	const kept = Object.entries(json).filter(([key]) => !key.startsWith('//'));
	return Object.fromEntries(kept.map(([key, value]) => [key, withoutRemarks(value)]));
}

/**
 * Reads a mapping that a person wrote.
 *
 * @throws {Trouble} mapUnreadable, with what is wrong and where
 */
export function readColumnMap(text: string, file: string): ColumnMap {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new Trouble('mapUnreadable', { file });
	}
	const parsed = v.safeParse(columnMap, withoutRemarks(json));
	if (!parsed.success) throw new Trouble('mapUnreadable', { file });
	return parsed.output;
}
