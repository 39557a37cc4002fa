import { readFile } from 'node:fs/promises';
import { locales } from '#lib/locales.ts';
import { words } from '#lib/messages/words.ts';
import { nameKey } from '#lib/name-key.ts';
import type { ColumnMap } from '#lib/providers/by-hand/column-map.ts';
import { readColumnMap } from '#lib/server/ingest/questions/column-map.ts';
import { readAbout, sayableKinds } from '#lib/server/ingest/questions/read-about.ts';
import type { About } from '#lib/server/ingest/reading/tell-table.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Call, Options } from './command.ts';
import { textOption } from './options.ts';

// Apart from the other options, because the words by which files are read take every command a third of its start.

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
