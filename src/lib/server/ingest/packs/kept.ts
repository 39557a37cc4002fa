import type { PlainTable } from '../../store/events/repeats.ts';

/** What one file brought so far. */
export type Kept = {
	accepted: number;
	duplicate: number;
	/** rows of readers who were erased */
	erased: number;
	newest: number | null;
	sends: Set<number>;
	/** where what it brought is kept, events aside */
	tables: Set<PlainTable>;
};
