/** What figures rest on and may lack: on which page it is imported or entered, and who may do so. */
export const needs = {
	documents: { to: 'imports', may: 'import' },
	clicks: { to: 'imports', may: 'import' },
	opens: { to: 'imports', may: 'import' },
	deliveries: { to: 'imports', may: 'import' },
	readers: { to: 'imports', may: 'import' },
	unsubscribes: { to: 'imports', may: 'import' },
	departures: { to: 'imports', may: 'import' },
	channels: { to: 'imports', may: 'import' },
	devices: { to: 'imports', may: 'import' },
	countries: { to: 'imports', may: 'import' },
	spend: { to: 'ledger', may: 'money' },
	mature: { to: 'ledger', may: 'money' },
	prices: { to: 'ledger', may: 'money' },
	costs: { to: 'ledger', may: 'money' },
	value: { to: 'ledger', may: 'money' },
	itemValue: { to: 'ledger', may: 'money' }
} as const;

export type Need = keyof typeof needs;

/** Whether a reason is something that can be imported or entered. */
export function isNeed(reason: string): reason is Need {
	return Object.hasOwn(needs, reason);
}

/** What a table tells of another of its columns. */
type Beside = {
	/** it is shown, and some row has a number in it */
	isKnown(key: string): boolean;
	/** it is shown, and no row has one */
	isUnknown(key: string): boolean;
};

/**
 * What has to be there before a column has a number; of one made from other columns it depends on which
 * of them have numbers, and null is that nothing has to be imported.
 */
export type ColumnNeed = Need | ((beside: Beside) => Need | null);

/** Of a rate of deliveries: without any, it is clicks that lack where deliveries are there. */
export const rateNeed: ColumnNeed = ({ isKnown, isUnknown }) =>
	isKnown('delivered') || isUnknown('clickers') ? 'clicks' : 'deliveries';

type Quotient = {
	/** the amount that is divided, or what is made from it: one that has a number tells that it is known */
	of: readonly string[];
	/** what brings the amount */
	need: Need;
	/** what it is divided by: where both are known, it is by nobody */
	by: string;
	/** what brings that */
	needBy: Need;
};

/** Of one column divided by another. */
export function quotientNeed({ of, need, by, needBy }: Quotient): ColumnNeed {
	return ({ isKnown }) => {
		if (!of.some(isKnown)) return need;
		return isKnown(by) ? null : needBy;
	};
}

/** Of what is not asked for where another column tells enough. */
export function needUnlessKnown(need: Need, key: string): ColumnNeed {
	return ({ isKnown }) => (isKnown(key) ? null : need);
}

type ShownTable = {
	columns: readonly { key: string; need?: ColumnNeed }[];
	rows: readonly { cells: readonly { value: unknown }[] }[];
};

/** What a table lacks: of the columns that have no number in any row, what they need. */
export function lacksOf({ columns, rows }: ShownTable): Need[] {
	if (rows.length === 0) return [];
	const isEmpty = (place: number) => rows.every(({ cells }) => cells[place]!.value === null);
	const empty = new Map(columns.map(({ key }, place) => [key, isEmpty(place)]));
	const beside: Beside = {
		isKnown: (key) => empty.get(key) === false,
		isUnknown: (key) => empty.get(key) === true
	};
	const lacking = columns.flatMap(({ key, need }) => {
		if (need === undefined || !beside.isUnknown(key)) return [];
		return (typeof need === 'function' ? need(beside) : need) ?? [];
	});
	return [...new Set(lacking)];
}
