// Over 250 lines: the steps by which the items of an issue come to be, in their order.
import type { IssueDocument } from '#lib/issue/source/document.ts';
import type { Trace } from '#lib/issue/template/trace.ts';
import { correctionsOf } from '../store/content/corrections.ts';
import { grouped } from '../store/sql/grouped.ts';
import type { Issue } from '../store/content/issues.ts';
import {
	itemsOfIssues,
	linksOfIssues,
	readOfItem,
	readOfLink,
	replaceItems,
	sectionOf,
	type KnownItem,
	type ItemDraft,
	type ItemLinkRow,
	type LinkDraft
} from '../store/content/items.ts';
import type { Tx } from '../store/sql/open.ts';
import { placementsOf, rolesOfPages } from '../store/content/page-words.ts';
import { templateRulesOf } from '../store/content/template-rules.ts';
import { clickedUrls, pageIds, type ClickedUrl } from '../store/events/urls.ts';
import { applyCorrections, type CorrectionStep } from './apply-corrections.ts';
import { applyTemplateRules } from './apply-rules.ts';
import { provisional, readingOf } from './base-reading.ts';
import { atPlaces, placesIn, placesNow, type PlacesOfIssue } from './item-places.ts';
import { withPagesByTitle } from './untold-pages.ts';
import { parkTopics, unparkTopics } from './park-topics.ts';
import type { EditableReading } from './reading.ts';
import { sectionKey } from './section-key.ts';
import type { TemplateRule } from './template-rule.ts';

/** An issue whose items are to be put in place, with its document, where it has one, and its sends. */
export type IssueSources = {
	issue: Issue;
	outline: IssueDocument | null;
	/** what the document says of its lines */
	trace: Trace | null;
	sendIds: readonly number[];
};

/** What an issue has as of now. */
type Known = { items: readonly KnownItem[]; links: readonly ItemLinkRow[] };

/**
 * Puts the items of issues in place: as their documents read or, where there is none, one provisional
 * item for each page that readers clicked. Old items are recognised by their pages and title and
 * keep their ids, so that what people said of them stays. An issue that reads as before is left alone.
 *
 * @returns what of each issue's pages is told apart by places
 */
export async function deriveItems(
	db: Tx,
	publicationId: number,
	places: readonly IssueSources[]
): Promise<PlacesOfIssue[]> {
	const issueIds = places.map(({ issue }) => issue.id);
	const ofPages = await wordsOfPages(db, publicationId, issueIds);
	const sendIds = places.flatMap((place) => place.sendIds);
	const clicked = grouped(await clickedUrls(db, sendIds), ({ issueId }) => issueId);
	const rules = (await templateRulesOf(db, publicationId)).map(({ rule }) => rule as TemplateRule);
	const corrections = grouped(await correctionsOf(db, issueIds), ({ issueId }) => issueId);
	const items = await itemsOfIssues(db, issueIds);
	const links = await linksOfIssues(db, issueIds);

	const readings = places.map((place) => {
		const { id } = place.issue;
		const said = { rules, steps: corrections.get(id) ?? [], ofPages };
		const known: Known = { items: items.get(id) ?? [], links: links.get(id) ?? [] };
		return { known, ...readPlace(place, clicked.get(id) ?? [], said) };
	});
	const keys = readings.flatMap(({ reading, placed }) =>
		[...reading.links, ...placed].map(({ key }) => key)
	);
	const pages = await pageIds(db, [...new Set(keys)]);
	const pageOf = (key: string) => ofPages.same.get(pages.get(key)!) ?? pages.get(key)!;
	const sections = await sectionsOf(db, publicationId, readings);

	const changed = [];
	for (const { issueId, clicked, known, reading, placed } of readings) {
		const drafts = draftsOf(reading, placed, known, pageOf, ofPages.roles);
		addKnownPages(clicked, ofPages.roles, drafts.links);
		const rows = reading.items.map(
			({ section, look: _look, over: _over, ...item }, i): ItemDraft => {
				const sectionId = section === null ? null : (sections.get(sectionKey(section)) ?? null);
				return { ...item, id: drafts.ids[i]!, sectionId };
			}
		);
		if (isAsBefore(known, rows, drafts.links)) continue;
		const gone = known.items.filter(({ id }) => !drafts.ids.includes(id));
		await parkTopics(db, issueId, gone, known.links);
		changed.push({ issueId, items: rows, links: drafts.links, reading });
	}
	const ids = await replaceItems(db, changed);
	const fresh = changed.map(({ issueId, items, reading }, n) => {
		const own = items.flatMap((item, i) => {
			const links = reading.links.filter((link) => link.item === i);
			return item.id === null ? [{ ...item, links, id: ids[n]![i]! }] : [];
		});
		return [issueId, own] as const;
	});
	await unparkTopics(db, new Map(fresh.filter(([, own]) => own.length > 0)));

	return placesNow(db, readings, new Set(changed.map(({ issueId }) => issueId)));
}

/** What people said of how issues read: rules for all, corrections of one, and words about pages. */
type SaidOfReading = {
	rules: readonly TemplateRule[];
	steps: readonly { change: unknown; undone: boolean | number }[];
	ofPages: Said;
};

/** How an issue reads with all that people said of it. */
function readPlace(
	{ issue, outline, trace }: IssueSources,
	clicked: readonly ClickedUrl[],
	{ rules, steps, ofPages }: SaidOfReading
) {
	const read = outline
		? withPagesByTitle(readingOf(outline, trace), clicked)
		: provisional(clicked, ofPages.roles);
	const byPlace = outline ? placesIn(outline, clicked, ofPages.roles) : new Set<string>();
	const corrected = applyCorrections(
		applyTemplateRules(read, rules),
		steps.filter(({ undone }) => !undone).map(({ change }) => change as CorrectionStep)
	);
	const reading = atPlaces(corrected, byPlace);
	const placed = putIn(reading, issue.id, ofPages);
	return { issueId: issue.id, byPlace, clicked, reading, placed };
}

type Said = Awaited<ReturnType<typeof wordsOfPages>>;

/** What editors said of pages: what they are in every issue, and where they stand in these. */
async function wordsOfPages(db: Tx, publicationId: number, issueIds: readonly number[]) {
	const roles = new Map<number, 'house' | 'footer'>();
	const same = new Map<number, number>();
	for (const { pageId, role, samePageId } of await rolesOfPages(db, publicationId)) {
		if (role === 'house' || role === 'footer') roles.set(pageId, role);
		if (role === 'same' && samePageId !== null) same.set(pageId, samePageId);
	}
	const placements = grouped(await placementsOf(db, issueIds), ({ issueId }) => issueId);
	return { roles, same, placements };
}

/** A page that an editor put into an item: the old one of an id, or a new one at an index. */
type Placed = { key: string; item: number | null; index: number | null };

/** Adds the items that editors made of pages to a reading. */
function putIn({ items }: EditableReading, issueId: number, { placements }: Said): Placed[] {
	const story = {
		section: null,
		position: null,
		role: 'editorial',
		format: null,
		text: ''
	} as const;
	const nobody = { authors: [], authorsSaid: false };
	return (placements.get(issueId) ?? []).map(({ page, item, title }) => {
		const index = item === null ? items.push({ ...story, ...nobody, title }) - 1 : null;
		return { key: page, item, index };
	});
}

/** Ids of the sections of readings by their keys, made where they are new. */
async function sectionsOf(
	db: Tx,
	publicationId: number,
	readings: readonly { reading: EditableReading }[]
): Promise<Map<string, number>> {
	const ids = new Map<string, number>();
	for (const { reading } of readings)
		for (const { section } of reading.items) {
			const key = section === null ? '' : sectionKey(section);
			if (key && !ids.has(key)) ids.set(key, await sectionOf(db, publicationId, key, section!));
		}
	return ids;
}

/** The links of a reading with their pages, and for each item the id of the old one it is. */
function draftsOf(
	{ items, links }: EditableReading,
	placed: readonly Placed[],
	known: Known,
	pageOf: (key: string) => number,
	roles: Said['roles']
): { links: LinkDraft[]; ids: (number | null)[] } {
	const drafts: LinkDraft[] = links.map(({ key, anchor: _, ...link }) => {
		const pageId = pageOf(key);
		return { ...link, pageId, role: roles.get(pageId) ?? link.role };
	});
	const add = (key: string, item: number, role: LinkDraft['role']) =>
		drafts.push({ item, pageId: pageOf(key), url: key, text: '', role });

	for (const { key, index } of placed) if (index !== null) add(key, index, 'editorial');
	const ids = keptIds(known, items, drafts);
	for (const { key, item } of placed) {
		const index = item === null ? -1 : ids.indexOf(item);
		if (index !== -1) add(key, index, items[index]!.role);
	}
	return { links: drafts, ids };
}

/** Clicked pages that no document names have their place where an editor said what they are. */
function addKnownPages(clicked: readonly ClickedUrl[], roles: Said['roles'], drafts: LinkDraft[]) {
	if (roles.size === 0) return;
	const there = new Set(drafts.map(({ pageId }) => pageId));
	for (const { pageId, key } of clicked) {
		const role = pageId === null ? undefined : roles.get(pageId);
		if (pageId === null || role === undefined || there.has(pageId)) continue;
		there.add(pageId);
		drafts.push({ item: null, pageId, url: key, text: '', role });
	}
}

/** For each item of a reading the id of the old item it is: most shared pages first, then the same title. */
function keptIds(
	known: Known,
	items: EditableReading['items'],
	links: readonly LinkDraft[]
): (number | null)[] {
	const oldPages = new Map<number, Set<number>>();
	for (const { itemId, pageId } of known.links) {
		if (itemId === null) continue;
		oldPages.set(itemId, (oldPages.get(itemId) ?? new Set()).add(pageId));
	}
	const linksOf = grouped(links, ({ item }) => item);

	const likeness = items.flatMap((item, i) =>
		known.items.flatMap(({ id, title }) => {
			const pages = oldPages.get(id);
			const shared = pages
				? (linksOf.get(i) ?? []).filter((link) => pages.has(link.pageId)).length
				: 0;
			const score = shared * 2 + (title === item.title ? 1 : 0);
			return score > 0 ? [{ i, id, score }] : [];
		})
	);
	likeness.sort((a, b) => b.score - a.score || a.i - b.i || a.id - b.id);

	const ids: (number | null)[] = items.map(() => null);
	const taken = new Set<number>();
	for (const { i, id } of likeness) {
		if (ids[i] !== null || taken.has(id)) continue;
		ids[i] = id;
		taken.add(id);
	}
	return ids;
}

/** Whether an issue reads as what is stored of it: most do, whenever clicks were all that came. */
function isAsBefore(
	known: Known,
	items: readonly ItemDraft[],
	links: readonly LinkDraft[]
): boolean {
	if (items.length !== known.items.length || links.length !== known.links.length) return false;
	const old = new Map(known.items.map((item) => [item.id, item]));
	const same = <Row extends object>(now: Row, then: Row, fields: readonly (keyof Row)[]) =>
		fields.every((field) => isSameValue(now[field], then[field]));

	return (
		items.every((item) => {
			const then = item.id === null ? undefined : old.get(item.id);
			return then && same<Omit<KnownItem, 'id' | 'issueId'>>(item, then, readOfItem);
		}) &&
		links.every(({ item, ...link }, i) => {
			const { itemId, ...then } = known.links[i]!;
			const now = item === null ? null : items[item]!.id;
			return itemId === now && same<Omit<LinkDraft, 'item'>>(link, then, readOfLink);
		})
	);
}

/** Whether a field holds what it held; a list does where each of its members does. */
function isSameValue(now: unknown, then: unknown): boolean {
	if (!Array.isArray(now) || !Array.isArray(then)) return now === then;
	return now.length === then.length && now.every((one, i) => one === then[i]);
}
