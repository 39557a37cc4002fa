import type { Filters } from '#lib/filters/filters.ts';
import { nameKey } from '#lib/name-key.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Publication } from '../store/publications.ts';
import type { Db } from '../store/sql/open.ts';
import { archiveOf } from './archive.ts';
import { filterChoices } from './choices.ts';
import { currentFilters } from './current-filters.ts';
import { channelChoices, MOST_CHANNELS } from './money/channel-choices.ts';

/**
 * Brings filters up to date and checks that the publication has what they name. A page shows "no match" for an
 * unknown name; a program gets an error that lists the choices.
 *
 * @throws {Trouble} badChoice, noSuchIssue
 */
export async function knownFilters(
	db: Db,
	publication: Publication,
	asked: Filters
): Promise<Filters> {
	const filters = await currentFilters(db, publication, asked);
	const { sections, topics, authors, issue, channel } = filters;
	const known = { ...filters };
	if (sections.length > 0 || topics.length > 0 || issue !== null) {
		const { empty, ...choices } = await filterChoices(db, publication);
		for (const id of sections) mustBeIn(id, [...choices.sections, ...empty.sections]);
		for (const id of topics) mustBeIn(id, [...choices.topics, ...empty.topics]);
		if (issue !== null && !choices.issues.some(({ id }) => id === issue))
			throw new Trouble('noSuchIssue', { id: issue });
	}
	if (authors.length > 0) {
		const names = (await archiveOf(db, publication)).authors.map(({ name }) => name);
		known.authors = authors.map((author) => nameAmong(author, names));
	}
	if (channel !== null) known.channel = await channelAmong(db, publication, channel);
	return known;
}

/** @throws {Trouble} badChoice */
function mustBeIn(id: number, choices: readonly { id: number; name: string }[]) {
	if (choices.some((choice) => choice.id === id)) return;
	const known = choices.map((choice) => `${choice.id} (${choice.name})`).join(', ');
	throw new Trouble('badChoice', { given: id, known });
}

/** The name as the data write it, regardless of case and accents. @throws {Trouble} badChoice */
export function nameAmong(given: string, names: readonly string[]): string {
	const match =
		names.find((name) => name === given) ?? names.find((name) => nameKey(name) === nameKey(given));
	if (match === undefined)
		throw new Trouble('badChoice', { given, known: names.join(', ') || '–' });
	return match;
}

/**
 * The channel as the data write it; unchecked if there are more than a menu lists. @throws {Trouble}
 * badChoice
 */
async function channelAmong(db: Db, publication: Publication, given: string): Promise<string> {
	const names = await channelChoices(db, publication);
	// if no channels are known, there is nothing to check against
	const isListed = names.length > 0 && names.length < MOST_CHANNELS;
	return isListed ? nameAmong(given, names) : given;
}
