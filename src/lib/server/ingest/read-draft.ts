import type { RawDocument } from '#lib/issue/source/document.ts';
import type { ItemRole } from '#lib/item-roles.ts';
import { marksOf } from '#lib/topics/own-words.ts';
import { plainText } from '#lib/plain-text.ts';
import type { Db } from '../store/sql/open.ts';
import type { Publication } from '../store/publications.ts';
import { templateRulesOf } from '../store/content/template-rules.ts';
import { knownPages } from '../store/events/urls.ts';
import { applyTemplateRules } from '../derive/apply-rules.ts';
import { readingOf } from '../derive/base-reading.ts';
import { readDraftOf } from './read-as-issue.ts';
import type { EditableReading } from '../derive/reading.ts';
import { sectionKey } from '../derive/section-key.ts';
import { taggedAs } from '../derive/apply-tags.ts';
import { topicSuggester } from '../derive/suggest-topics.ts';
import { startOfLocalDate } from '../local-date.ts';
import type { TemplateRule } from '../derive/template-rule.ts';

/** A story of an issue that nobody has sent yet. */
export type DraftItem = {
	title: string;
	/** order in the whole issue, from 1 */
	position: number;
	role: ItemRole;
	format: 'editorial' | 'lead' | 'brief';
	section: string | null;
	/** the same as stored sections are known by */
	sectionKey: string | null;
	/** what it is about, the surest first: as spreadsheets say, else as its words suggest */
	topicIds: number[];
	authors: string[];
	/** canonical keys of the pages that it links to */
	pages: string[];
};

/** An issue that nobody has sent yet, as it reads. */
export type Draft = {
	title: string | null;
	number: number | null;
	/** YYYY-MM-DD */
	date: string | null;
	items: DraftItem[];
	/** how sure the reading is, 0..1 */
	confidence: number;
};

/**
 * Reads a draft as one more issue of a publication: by its template and its rules, with the topics
 * that an import would give its items. Nothing of it is stored.
 *
 * @throws {Trouble} fileEmpty, fileBinary, documentUnreadable
 */
export async function readDraft(
	db: Db,
	publication: Publication,
	raw: RawDocument
): Promise<Draft> {
	const { document, trace, confidence } = await readDraftOf(db, publication, raw);
	const rules = (await templateRulesOf(db, publication.id)).map(({ rule }) => rule as TemplateRule);
	const reading = applyTemplateRules(readingOf(document, trace), rules);
	const pages = reading.items.map((_, i) => pagesOf(reading, i));
	const ids = await knownPages(db, [...new Set(pages.flat())]);
	const tagged = await taggedAs(
		db,
		publication,
		reading.items.map(({ title, role, authors }, id) => ({
			id,
			title: plainText(title),
			role,
			tagged: [],
			signed: authors.length > 0,
			issueId: 0,
			number: document.number,
			issueTitle: document.title ?? '',
			subject: null,
			sentAt: document.date === null ? null : startOfLocalDate(document.date, publication.zone),
			pages: pages[id]!.flatMap((key) => ids.get(key) ?? [])
		}))
	);
	const suggested = await topicSuggester(db, publication.id);

	return {
		title: document.title,
		number: document.number,
		date: document.date,
		confidence,
		items: reading.items.map(({ title, section, role, format, text, authors }, i) => ({
			title: plainText(title),
			position: i + 1,
			role,
			format: format ?? 'brief',
			section,
			sectionKey: section === null ? null : sectionKey(section) || null,
			topicIds:
				role !== 'editorial'
					? []
					: tagged[i]!.topicIds.length
						? tagged[i]!.topicIds
						: suggested
								.of({ title, text, marks: marksOf({ section, pages: pages[i]! }) })
								.filter(({ confidence }) => confidence >= publication.suggestFrom)
								.map(({ topicId }) => topicId),
			authors: authors.length ? authors : tagged[i]!.authors,
			pages: pages[i]!
		}))
	};
}

function pagesOf({ links }: EditableReading, item: number): string[] {
	return [...new Set(links.filter((link) => link.item === item).map(({ key }) => key))];
}
