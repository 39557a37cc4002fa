import { issuesByName } from '#lib/join/issue-by-name.ts';
import {
	everything,
	type FilterRecord,
	filterRecords,
	type Filters,
	type Narrowed
} from '#lib/filters/filters.ts';
import { inOrder, wrongValue } from '#lib/filters/wrong-value.ts';
import { holding, recordOf, setIn } from '#lib/filters/narrowing.ts';
import { unappliedWords } from '#lib/messages/filter-words.ts';
import { fallbackLocale } from '#lib/locales.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { isWithoutData, filterChoices, type FilterChoices } from '#lib/server/figures/choices.ts';
import { knownFilters, nameAmong } from '#lib/server/figures/known-filters.ts';
import { periodNames } from '#lib/filters/period.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Call, Command } from './command.ts';
import { textsOption } from './options.ts';

/**
 * The filters of a page as options. Those that do not narrow its figure are taken, too, and said not
 * to apply: the same filters do for every command.
 *
 * @param figure null for what offers them all
 */
export function filterOptions(figure: Narrowed | null): Command['options'] {
	return Object.fromEntries(
		filterRecords.map(({ name, value, several, holds }) => [
			name,
			{
				type: 'string' as const,
				value,
				...(several && { multiple: true }),
				...(figure !== null && !holds.includes(figure) && { hidden: true })
			}
		])
	);
}

/**
 * What the options narrow a figure to.
 *
 * @throws {Trouble} badChoice, badDate, badNumber, noSuchIssue, severalIssues
 */
export async function filtersOf(
	db: Db,
	publication: Publication,
	{ options }: Pick<Call, 'options'>
): Promise<Filters> {
	const choices = await filterChoices(db, publication);
	const read = filterRecords.map((record) => {
		const given = textsOption(options, record.name);
		const values = [...new Set(given.map((text) => meant(text, record, choices, publication)))];
		return [record.field, record.several ? values : (values.at(-1) ?? null)];
	});
	return knownFilters(db, publication, withoutBoth(Object.fromEntries(read) as Filters));
}

/**
 * What the options narrow every publication to: a period, and what it is compared with.
 *
 * @throws {Trouble} badChoice, badDate, badNumber
 */
export function periodFiltersOf({ options }: Pick<Call, 'options'>): Filters {
	const said = periodNames.map((name) => {
		const record = recordOf(name);
		const given = textsOption(options, name).at(-1);
		return [record.field, given === undefined ? null : valueOf(given, record)];
	});
	return withoutBoth({ ...everything, ...(Object.fromEntries(said) as Partial<Filters>) });
}

/** @throws {Trouble} notTogether for dates beside a number of issues, badPeriod */
function withoutBoth(filters: Filters): Filters {
	for (const day of ['from', 'to'] as const)
		if (filters.last !== null && filters[day] !== null)
			throw new Trouble('notTogether', { given: `--${day}`, other: '--last' });
	inOrder(filters);
	return filters;
}

/** Sentences on filters that do not narrow a figure, and on a period or a choice of which there is nothing. */
export async function filterNotes(
	db: Db,
	publication: Publication,
	filters: Filters,
	figure: Narrowed,
	{ locale, rows, nothing = 'list.none' }: { locale: Locale; rows: number; nothing?: string }
): Promise<string[]> {
	const formats = createFormats(locale, publication.zone);
	const idle = unappliedWords(filters, figure, formats).map(({ message }) => message);
	const isNarrowed = setIn(holding(filters, figure)).length > 0;
	if (rows > 0) return idle;
	// what has no rows with what is asked for may have none at all, for a reason of its own
	const matches = nothing === 'list.none' && isNarrowed ? 'empty.match' : nothing;
	const isOutside = isNarrowed && (await isWithoutData(db, publication, filters));
	return [words(isOutside ? 'empty.period' : matches, {}, locale), ...idle];
}

/** A person at a terminal names things; an address has their ids. */
function meant(
	given: string,
	record: FilterRecord,
	choices: FilterChoices,
	{ zone }: Publication
): string | number {
	switch (record.name) {
		case 'section':
			return idOf(given, choices.sections);
		case 'topic':
			return idOf(given, choices.topics);
		case 'author':
			return nameAmong(given, choices.authors);
		case 'issue':
			return issueNamed(given, choices, zone);
		default:
			return valueOf(given, record);
	}
}

function valueOf(given: string, record: FilterRecord): string | number {
	const value = record.read(given);
	if (value !== null) return value;
	throw wrongValue(given, record);
}

/** An issue by its number, its title or the local day it was sent, as spreadsheets name it too; of several, none. */
function issueNamed(given: string, { issues }: FilterChoices, zone: string): number {
	const { date } = createFormats(fallbackLocale, zone);
	const dayOf = ({ sentAt }: { sentAt: number | null }) => (sentAt === null ? null : date(sentAt));
	const matches = issuesByName(issues.map((issue) => ({ ...issue, date: dayOf(issue) })))(given);
	if (matches.length === 0) throw new Trouble('noSuchIssue', { id: given });
	const days = matches.flatMap(({ date }) => date ?? []);
	if (new Set(days).size > 1) throw new Trouble('severalIssues', { given, days: days.join(', ') });
	return matches[0]!.id;
}

function idOf(given: string, choices: readonly { id: number; name: string }[]): number {
	const isBase = ({ name }: { name: string }) =>
		name.localeCompare(given, undefined, { sensitivity: 'base' }) === 0;
	// one may be called as another is but for its accents
	const choice = choices.find(({ name }) => name === given) ?? choices.find(isBase);
	if (!choice)
		throw new Trouble('badChoice', { given, known: choices.map(({ name }) => name).join(', ') });
	return choice.id;
}
