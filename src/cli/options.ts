import { isZone } from '#lib/csv/instants/zones.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Command, Options } from './command.ts';

/** What an option says, or null where it was not given. */
export function textOption(options: Options, name: string): string | null {
	const given = options[name];
	return typeof given === 'string' ? given : null;
}

/** What an option that may be given more than once says. */
export function textsOption(options: Options, name: string): string[] {
	const given = options[name];
	return [given].flat().filter((text) => typeof text === 'string');
}

/** A part of what was typed, as `node:util`'s parseArgs tells it. */
type Token = { kind: string; name?: string; rawName?: string; value?: string | undefined };

/**
 * Of an option that has one value, a second would silently take the place of the first. A switch that is
 * typed twice says the same.
 *
 * @throws {Trouble} givenTwice
 */
export function refuseTwice(tokens: readonly Token[], options: Command['options']) {
	const met = new Set<string>();
	for (const { kind, name, rawName, value } of tokens) {
		if (kind !== 'option' || name === undefined || value === undefined) continue;
		if (options[name]?.multiple) continue;
		if (met.has(name)) throw new Trouble('givenTwice', { given: rawName ?? name });
		met.add(name);
	}
}

/**
 * The zone of instants that name none.
 *
 * @throws {Trouble} badZone
 */
export function zoneOption(options: Options): string | null {
	const given = textOption(options, 'zone');
	if (given !== null && !isZone(given)) throw new Trouble('badZone', { given });
	return given;
}

/**
 * A whole number from 1 on.
 *
 * @param digits how many it may have at most
 * @throws {Trouble} badNumber
 */
export function countOption(options: Options, name: string, digits = 6): number | null {
	const given = textOption(options, name);
	if (given !== null && !(/^[1-9]\d*$/.test(given) && given.length <= digits))
		throw new Trouble('badNumber', { given });
	return given === null ? null : Number(given);
}
