import { json } from '@sveltejs/kit';
import type { FilterName, Filters } from '#lib/filters/filters.ts';
import { holding } from '#lib/filters/narrowing.ts';
import { unappliedWords } from '#lib/messages/filter-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { knownFilters } from '#lib/server/figures/known-filters.ts';
import { cutUntil } from '#lib/server/figures/cut-issues.ts';
import { publicationOf, type Publication } from '#lib/server/figures/publications.ts';
import { rulesVersion } from '#lib/server/figures/verdicts/verdicts.ts';
import { words } from '#lib/messages/words.ts';
import { troubleReply } from '../trouble-answers.ts';
import type { Figure } from '../p/[publication]/answer.ts';
import { definitionsOf } from '../terms.ts';
import type { Answers, PublicationLine } from './answers.ts';
import { readQuery } from './query.ts';

type RequestParts = { locals: App.Locals; params: { publication: string }; url: URL };

/** Everything that a number needs to be read: what it is of, what it was narrowed to, what it means. */
export type Reply<T> = {
	publication: PublicationLine;
	/** those that narrow the figure, as they were understood; dates are local to the publication, inclusive */
	filters: Filters;
	/** filters that were asked for and narrow nothing of this figure, or only some of it, as each message says */
	notApplied: { filter: FilterName; message: string }[];
	/** version of the rules that decide whose clicks count */
	rules: number;
	/**
	 * when the latest issue was sent of which it is not kept who clicked, in UTC milliseconds: figures about
	 * readers across issues begin after it. Null where it is kept of all
	 */
	readersCutUpTo: number | null;
	/** UTC milliseconds */
	askedAt: number;
	/** what the numbers are, in the language asked for */
	definitions: Record<string, string>;
	data: T;
};

/** Answers a program with a figure and all that its numbers rest on. */
export async function reply<K extends keyof Answers>(
	{ locals, params, url }: RequestParts,
	name: K,
	figure: Figure<Answers[K]>
): Promise<Response> {
	const { db, language } = locals;
	const now = Date.now();
	try {
		const asked = readQuery(url.searchParams);
		const publication = await publicationOf(db, params.publication);
		const filters = await knownFilters(db, publication, asked);
		const whole: Reply<Answers[K]> = {
			publication: publicationLine(publication),
			filters: holding(filters, name),
			notApplied: unappliedWords(filters, name, createFormats(language, publication.zone)),
			rules: await rulesVersion(db, publication),
			readersCutUpTo: await cutUntil(db, publication),
			askedAt: now,
			definitions: Object.fromEntries(
				definitionsOf(name).map((key) => [key, words(`def.${key}`, {}, language)])
			),
			data: await figure(db, publication, filters, now)
		};
		return json(whole);
	} catch (cause) {
		return troubleReply(cause, language);
	}
}

/** What answers say of a publication. */
export function publicationLine({
	slug,
	name,
	language,
	currency,
	zone,
	sample
}: Publication): PublicationLine {
	return { slug, name, language, currency, zone, sample };
}
