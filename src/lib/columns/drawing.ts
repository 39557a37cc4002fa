import type { EffectVerdict } from '#lib/findings/certainty.ts';

/** An estimate with its intervals, as a row of a forest plot draws it. */
export type DrawnEstimate = {
	lift: number | null;
	low: number | null;
	high: number | null;
	low50: number | null;
	high50: number | null;
	above: number | null;
	enough: boolean;
	why?: string | null;
};

/** A number to come, with the ends of its 50% and 90% intervals. */
export type DrawnRange = {
	expected: number | null;
	low: number | null;
	high: number | null;
	low50: number | null;
	high50: number | null;
};

/** What each kind of drawn cell is drawn from; the scale is that of all cells of its column. */
export type Drawn = {
	/** an estimate on the column's logarithmic axis; `n` is what it rests on: the dot's area */
	forest: { estimate: DrawnEstimate; n?: number };
	/** a bar from zero, a whisker for its interval, a tick for what was expected */
	bar: {
		value: number;
		low?: number | null;
		high?: number | null;
		expected?: number | null;
		tone?: 'above' | 'below' | 'unclear';
		/** not finished, or out of the ranking */
		hatched?: boolean;
	};
	/** a forecast, what came, and what came the last time */
	range: { range: DrawnRange; came?: number | null; last?: number | null };
	/** which ranks are possible, of as many as the column has */
	rank: { low: number; high: number };
	/** a line over time; of an open one the last point may still rise */
	line: { values: readonly (number | null)[]; open?: boolean };
};

export type Drawing = { [Kind in keyof Drawn]: { as: Kind } & Drawn[Kind] }[keyof Drawn];

/** How a column draws its cells. */
export type Draw<Row> = {
	[Kind in keyof Drawn]: {
		as: Kind;
		/** what its column reaches to, where that is not the largest of its values */
		full?: number;
		/** what a cell draws; null leaves it empty */
		of(row: Row): Drawn[Kind] | null;
	};
}[keyof Drawn];

/** How strongly a cell is coloured, in percent of the tone, and which tone. */
export type Heat = { side: NonNullable<EffectVerdict['side']>; level: number; running?: boolean };
