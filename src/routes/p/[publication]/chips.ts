import type { Filters } from '#lib/server/figures/filters.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import { changed } from './filters.ts';

/** What a publication can be narrowed to. */
export type Choices = {
	sections: { id: number; name: string }[];
	topics: { id: number; name: string }[];
	/** the latest first */
	issues: { id: number; number: number | null; title: string; sentAt: number | null }[];
};

export type Chip = {
	key: string;
	kind: string;
	value: string;
	/** the address without it */
	without: string;
};

type Named = { id: number; name: string };

function nameOf(known: readonly Named[], id: number): string {
	return known.find((one) => one.id === id)?.name ?? String(id);
}

/** Issues by their number where they have one, else by their title. */
export function issueNames({ issues }: Choices, say: Formats): Named[] {
	return issues.map(({ id, number, title }) => ({
		id,
		name: number === null ? title : say.issue(number)
	}));
}

/** The filters that are set, as chips: each with the address that takes it off. */
export function chipsOf(
	params: URLSearchParams,
	{ sections, topics, issue, role }: Filters,
	choices: Choices,
	say: Formats
): Chip[] {
	const { locale } = say;
	function several(key: string, kind: string, ids: number[], known: readonly Named[]): Chip[] {
		return ids.map((id) => ({
			key,
			kind,
			value: nameOf(known, id),
			without: changed(params, { [key]: ids.filter((other) => other !== id) })
		}));
	}

	return [
		...several('section', m['filter.section']({}, { locale }), sections, choices.sections),
		...several('topic', m['filter.topic']({}, { locale }), topics, choices.topics),
		...several(
			'issue',
			m['filter.issue']({}, { locale }),
			issue ? [issue] : [],
			issueNames(choices, say)
		),
		...(role
			? [
					{
						key: 'role',
						kind: m['filter.role']({}, { locale }),
						value: m[`role.${role}`]({}, { locale }),
						without: changed(params, { role: null })
					}
				]
			: [])
	];
}

/** The period in words: how many issues, or from when to when. */
export function periodOf({ last, from, to }: Filters, issues: Choices['issues'], say: Formats) {
	const dates = issues
		.slice(0, last ?? issues.length)
		.map(({ sentAt }) => sentAt)
		.filter((at) => at !== null);
	const first = dates.at(-1);
	const latest = dates[0];
	const { locale } = say;
	const range = first !== undefined && latest !== undefined ? say.period(first, latest) : '';

	if (last) return { name: m['filter.period.last']({ n: last }, { locale }), range };
	if (!from && !to) return { name: m['filter.period.all']({}, { locale }), range };

	// a local date is said as it is, whatever the zone: noon is the same day in most of them
	const day = (local: string) => say.day(Date.parse(`${local}T12:00:00Z`));
	if (from && to) return { name: `${day(from)} – ${day(to)}`, range: '' };
	if (from) return { name: m['filter.period.since']({ day: day(from) }, { locale }), range: '' };
	return { name: m['filter.period.until']({ day: day(to ?? '') }, { locale }), range: '' };
}
