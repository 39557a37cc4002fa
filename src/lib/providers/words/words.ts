import type { EventKind, ReaderFact } from '../facts.ts';
import type { Role } from '../recogniser.ts';

type Status = NonNullable<ReaderFact['status']>;

/**
 * Words of one language, as exports write them: lower-case, without accents, `-` and `_` as spaces.
 * `?`, `(a|b)` and `*` are as in regular expressions. All are matched whole.
 */
export type ExportWords = {
	/** what columns are called */
	headers: Partial<Record<Role, readonly string[]>>;
	/** a time of something in a header: `date of the click`, `clicked at` */
	times: {
		/** words for a time that stand before what happened */
		before: string;
		/** words between the two */
		of: string;
		/** words for a time that stand behind what happened */
		after: string;
		/** what happens at the instants of a role */
		stems: Partial<Record<Role, string>>;
		/** what is about another instant than what a row tells of: the last change, a birthday */
		others: string;
	};
	/** what a cell says that happened; 'other' is known and not kept */
	events: Record<EventKind | 'other', readonly string[]>;
	/** words around the one that says what happened */
	around: string;
	/** beginnings of words by which a file or a column is about one kind of event */
	hints: Partial<Record<EventKind, string>>;
	/** words that only say that a column is a number */
	numbers: string;
	/** in which state a reader is */
	states: Record<Status, readonly string[]>;
	/** what a list of sends says of one that was not sent: a draft, planned, stopped */
	unsent: readonly string[];
	/** columns of yes and no: yes says the first, no the second */
	flags: {
		bounced: readonly string[];
		left: readonly string[];
		active: readonly string[];
		pending: readonly string[];
	};
	yes: readonly string[];
	no: readonly string[];
	/** what a line of sums begins with */
	totals: readonly string[];
	/** columns of a send's own totals */
	sums: Partial<
		Record<
			'delivered' | 'opens' | 'uniqueOpens' | 'clicks' | 'uniqueClicks' | 'unsubscribes',
			readonly string[]
		>
	>;
};
