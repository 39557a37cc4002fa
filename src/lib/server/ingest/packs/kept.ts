import type { PlainTable } from '../../store/events/repeats.ts';
import type { OtherFact } from './pack.ts';

/** What one file brought so far. */
export type Kept = {
	accepted: number;
	duplicate: number;
	/** rows of readers who were erased */
	erased: number;
	/** rows of readers in issues that name no reader any more */
	cut: number;
	/** opens, and counts of them, that are not to be stored */
	opens: number;
	newest: number | null;
	sends: Set<number>;
	/** where what it brought is kept, events aside */
	tables: Set<PlainTable>;
};

/** Where a fact that is no event is kept. */
export function factTable(fact: OtherFact['fact']): PlainTable {
	switch (fact.fact) {
		case 'reader':
			return 'reader_fact';
		case 'send':
			return 'send_fact';
		case 'count':
			return `count_${fact.of.by}`;
		case 'tag':
			return 'tag_fact';
		case 'money':
			return fact.money;
	}
}
