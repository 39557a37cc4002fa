import { nameKey } from '#lib/name-key.ts';
import type { Filters } from '../server/figures/filters.ts';
import { m } from './compiled/messages.js';
import type { Formats } from './format.ts';

/** What a publication can be narrowed to. */
export type Choices = {
	sections: { id: number; name: string }[];
	topics: { id: number; name: string }[];
	authors: string[];
	/** the latest first */
	issues: { id: number; number: number | null; title: string; sentAt: number | null }[];
};

type Named = { id: number; name: string };

/** A filter that is set: what kind it is and what it keeps; the id, or the name, where several of a kind may be set. */
export type FilterWord = {
	key: 'section' | 'topic' | 'author' | 'issue' | 'role' | 'channel' | 'window';
	id: number | string | null;
	kind: string;
	value: string;
};

/** Issues by their number where they have one, else by their title. */
export function issueNames({ issues }: Choices, say: Formats): Named[] {
	return issues.map(({ id, number, title }) => ({
		id,
		name: number === null ? title : say.issue(number)
	}));
}

/** What figures are narrowed to, in words; the period apart. */
export function filterWords(
	{ sections, topics, authors, issue, role, channel, window }: Filters,
	choices: Choices,
	say: Formats
): FilterWord[] {
	const o = { locale: say.locale };
	const one = (key: 'role' | 'channel' | 'window', kind: string, value: string): FilterWord => ({
		...{ key, kind, value },
		id: null
	});
	function several(
		key: 'section' | 'topic' | 'issue',
		kind: string,
		ids: readonly number[],
		known: readonly Named[]
	): FilterWord[] {
		return ids.map((id) => {
			const value = known.find((one) => one.id === id)?.name ?? String(id);
			return { key, id, kind, value };
		});
	}

	return [
		...several('section', m['filter.section']({}, o), sections, choices.sections),
		...several('topic', m['filter.topic']({}, o), topics, choices.topics),
		...authors.map((name): FilterWord => ({
			...{ key: 'author', id: name, kind: m['filter.author']({}, o) },
			value: choices.authors.find((one) => nameKey(one) === nameKey(name)) ?? name
		})),
		...several('issue', m['filter.issue']({}, o), issue ? [issue] : [], issueNames(choices, say)),
		...(role === null ? [] : [one('role', m['filter.role']({}, o), m[`role.${role}`]({}, o))]),
		...(channel === null ? [] : [one('channel', m['filter.channel']({}, o), channel)]),
		...(window === null
			? []
			: [one('window', m['filter.window']({}, o), m['filter.window.days']({ n: window }, o))])
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
