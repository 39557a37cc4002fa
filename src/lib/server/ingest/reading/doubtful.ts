import type { ReadingCard } from '#lib/providers/reading-card.ts';
import { Trouble, type TroubleCode } from '#lib/trouble.ts';

/** A file that can be read, but not without doubt: it waits for an answer, with its reading as it would be. */
export class Doubtful extends Trouble {
	readonly cards: ReadingCard[];

	constructor(file: string, cards: ReadingCard[]) {
		const waiting = cards.flatMap(({ doubts }) => doubts.filter(({ waits }) => waits));
		const [first] = waiting;
		const isAll = (code: string) => waiting.every((doubt) => doubt.code === code);
		let code: TroubleCode = 'readingDoubtful';
		let details: Record<string, string> = { file };
		// what has a form of its own to be answered in
		if (first && isAll('orderAmbiguous')) {
			code = 'datesAmbiguous';
			details = { column: first.column ?? '', example: first.values?.[0] ?? '' };
		} else if (isAll('noCampaign')) code = 'sendUnknown';
		super(code, details);
		this.cards = cards;
	}
}
