import { nameKey } from '#lib/name-key.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { archiveOf, derived } from './archive.ts';
import { filterChoices } from './choices.ts';
import { moneyOf } from './money/money.ts';

/** What can be found by its name, in the order in which it is shown. */
const foundKinds = ['issue', 'topic', 'section', 'author', 'item', 'sponsor', 'channel'] as const;
type FoundKind = (typeof foundKinds)[number];

/** Something with a page of its own, or a page narrowed to it. */
export type SearchHit = {
	kind: FoundKind;
	name: string;
	/** UTC milliseconds of its issue; null without one */
	at: number | null;
	/** below the publication's own address */
	path: string;
};

type Known = SearchHit & { key: string };

/** Most results of a kind; further typing narrows them. */
const MOST = 6;

/**
 * Finds issues, topics, items and other named things that have all given words in their name, regardless of
 * accents, case and order. Of each kind, names that begin with the text come first, then the newest.
 *
 * @param asked as typed; an empty text finds nothing
 */
export async function findNamed(
	db: Db,
	publication: Publication,
	asked: string
): Promise<SearchHit[]> {
	const whole = nameKey(asked.slice(0, 200));
	const words = whole.split(' ').filter(Boolean);
	if (!words.length) return [];

	const known = await namedOf(db, publication);
	return foundKinds.flatMap((kind) =>
		known[kind]
			.filter(({ key }) => words.every((word) => key.includes(word)))
			.map((one, i) => ({ one, i, late: one.key.startsWith(whole) ? 0 : 1 }))
			.sort((a, b) => a.late - b.late || a.i - b.i)
			.slice(0, MOST)
			.map(({ one: { key: _, ...entry } }) => entry)
	);
}

/** Everything that has a name, newest first. */
function namedOf(db: Db, publication: Publication): Promise<Record<FoundKind, Known[]>> {
	return derived(db, publication, `names in ${publication.language}`, async () => {
		const archive = await archiveOf(db, publication);
		const { issues, topics, sections, authors } = await filterChoices(db, publication);
		const { spent, placed } = await moneyOf(db, publication);
		const sentAt = new Map(archive.issues.map((issue) => [issue.id, issue.sentAt]));
		const named = (kind: FoundKind, name: string, path: string, at: number | null = null) => ({
			kind,
			name,
			at,
			path,
			key: nameKey(name)
		});
		const once = (names: readonly (string | null)[]) =>
			[...new Set(names)].flatMap((name) => name ?? []).sort((a, b) => a.localeCompare(b));

		return {
			issue: issues.map(({ id, number, title, sentAt: at }) => {
				const entry = named('issue', title, `/issues/${id}`, at);
				// so that its number finds it too
				return { ...entry, key: number === null ? entry.key : `${number} ${entry.key}` };
			}),
			topic: topics.map(({ id, name }) => named('topic', name, `/items?topic=${id}`)),
			section: sections.map(({ id, name }) => named('section', name, `/items?section=${id}`)),
			author: authors.map((name) =>
				named('author', name, `/items?author=${encodeURIComponent(name)}`)
			),
			item: archive.items
				.map(({ id, issueId, title }) =>
					named('item', title, `/items/${id}`, sentAt.get(issueId) ?? null)
				)
				.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)),
			sponsor: once(placed.map(({ sponsor }) => sponsor)).map((name) =>
				named('sponsor', name, '/sponsors')
			),
			channel: once(spent.map(({ channel }) => channel)).map((name) =>
				named('channel', name, `/channels?channel=${encodeURIComponent(name)}`)
			)
		};
	});
}
