import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';

/**
 * What rows stand by where nothing measures their lift: by rank where one is known all the same, by click
 * rate, or by clickers where nobody knows how many were reached.
 */
export type RawOrder = 'ranked' | 'rate' | 'counts';

type Row = { rawRate: number | null; rankLow?: number | null };

/** By what these rows stand. @param ranks whether their table shows ranks */
export function rawOrder(rows: readonly Row[], ranks = true): RawOrder {
	if (ranks && rows.some(({ rankLow }) => rankLow != null)) return 'ranked';
	return rows.some(({ rawRate }) => rawRate !== null) ? 'rate' : 'counts';
}

type Options = { locale?: Locale };
type Message = (inputs: object, options: Options) => string;

const titles: Record<'topics' | 'sections' | 'authors', Record<RawOrder, Message>> = {
	topics: { ranked: m['topics.ranked'], rate: m['topics.rate'], counts: m['topics.counts'] },
	sections: {
		ranked: m['sections.counts'],
		rate: m['sections.rate'],
		counts: m['sections.counts']
	},
	authors: { ranked: m['authors.counts'], rate: m['authors.rate'], counts: m['authors.counts'] }
};

/** What stands over a table of such rows. */
export function rawTitle(of: keyof typeof titles, order: RawOrder, options: Options = {}): string {
	return titles[of][order]({}, options);
}

const words: Record<'lead' | 'sub' | 'about' | 'note' | 'noteAlone', Record<RawOrder, Message>> = {
	lead: { ranked: m['raw.lead.ranked'], rate: m['raw.lead'], counts: m['raw.lead.counts'] },
	sub: { ranked: m['raw.sub.ranked'], rate: m['raw.sub'], counts: m['raw.sub.counts'] },
	about: { ranked: m['def.lift'], rate: m['def.rawRate'], counts: m['def.itemClickers'] },
	note: { ranked: m['raw.note.ranked'], rate: m['raw.note'], counts: m['raw.note.counts'] },
	noteAlone: {
		ranked: m['raw.note.alone.counts'],
		rate: m['raw.note.alone'],
		counts: m['raw.note.alone.counts']
	}
};

/** What is said of them, beneath the finding, beneath the title, and below the table. */
export function rawWords(what: keyof typeof words, order: RawOrder, options: Options = {}): string {
	return words[what][order]({}, options);
}
