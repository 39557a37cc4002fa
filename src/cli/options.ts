import { readFile } from 'node:fs/promises';
import { isZone } from '#lib/csv/instants/zones.ts';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { locales } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import { nameKey } from '#lib/name-key.ts';
import { readColumnMap } from '#lib/server/ingest/questions/column-map.ts';
import { readAbout, sayableKinds } from '#lib/server/ingest/questions/read-about.ts';
import type { About } from '#lib/server/ingest/reading/tell-table.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Call, Command, Options } from './command.ts';

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

/**
 * The mapping in the file that `--map` names.
 *
 * @throws {Trouble} fileMissing, mapUnreadable
 */
export async function mapOption({ options, path }: Call): Promise<ColumnMap | null> {
	const given = textOption(options, 'map');
	if (given === null) return null;

	const text = await readFile(path(given), 'utf8').catch(() => {
		throw new Trouble('fileMissing', { file: given });
	});
	return readColumnMap(text, given);
}

/**
 * What is said of how the files of a command are to be read.
 *
 * @throws {Trouble} badKind, badOrder
 */
export function aboutOption(options: Options): About {
	const said = (name: string) => textOption(options, name);
	return readAbout({
		kind: kindCalled(said('kind')),
		order: said('order'),
		campaign: said('campaign'),
		yes: options.yes === true
	});
}

/** A kind of file by its code, or as commands and pages call it in any language; anything else as it is. */
function kindCalled(given: string | null): string | null {
	if (given === null) return null;
	const isCalled = (kind: string) =>
		locales.some((locale) => nameKey(words(`kind.${kind}`, {}, locale)) === nameKey(given));
	return sayableKinds.find(isCalled) ?? given;
}
