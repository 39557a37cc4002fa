// Which filters narrow what, and which of them are set.
import {
	filterRecords,
	type FilterName,
	type FilterRecord,
	type Filters,
	type Narrowed
} from './filters.ts';

/** The record of a filter. */
export function recordOf(name: FilterName): FilterRecord {
	return filterRecords.find((record) => record.name === name)!;
}

/** Which of some figures a filter narrows. */
export function heldBy(name: FilterName, figures: readonly Narrowed[]): Narrowed[] {
	const { holds } = recordOf(name);
	return figures.filter((figure) => holds.includes(figure));
}

/** Whether there is nothing to say of where a filter does not apply. */
export function isWhollyHeld(name: FilterName, figures: readonly Narrowed[]): boolean {
	const held = heldBy(name, figures).length;
	// what shows no figures is narrowed by nothing
	return (held > 0 && held === figures.length) || (held > 0 && recordOf(name).ofScreen === true);
}

/** A screen of several figures, some filters of which narrow but one. */
const composed: Partial<Record<Narrowed, readonly Narrowed[]>> = {
	// what issues reached and got is of all of their items, what is told of topics is not
	overview: ['overview', 'topics']
};

/** The figures of a screen, its command and its address in the API: mostly the one of that name. */
export function partsOf(screen: Narrowed): readonly Narrowed[] {
	return composed[screen] ?? [screen];
}

type Part = NonNullable<FilterRecord['partOf']>;

/** Whether a filter is set that asks for a part of one of these. */
function asksForPart(filters: Filters, of: readonly Part[]): boolean {
	return setIn(filters).some((name) => of.some((one) => one === recordOf(name).partOf));
}

/** Whether some items of the issues are asked for: of sections, topics or authors. */
export function narrowsItems(filters: Filters): boolean {
	return asksForPart(filters, ['items']);
}

/** Whether a part of all time is asked for. */
export function hasPeriod(filters: Filters): boolean {
	return asksForPart(filters, ['time']);
}

/** Whether some issues, or some of their items, are asked for: not to find any says nothing of the others. */
export function isNarrowing(filters: Filters): boolean {
	return asksForPart(filters, ['time', 'issues', 'items']);
}

/** The values that a filter is set to; none where it is not set. */
export function valuesIn(filters: Filters, field: keyof Filters): (string | number)[] {
	const values: (string | number | null)[] = [filters[field]].flat();
	return values.filter((value) => value !== null);
}

/** The filters that are set. */
export function setIn(filters: Filters): FilterName[] {
	return filterRecords.flatMap(({ name, field }) =>
		valuesIn(filters, field).length > 0 ? [name] : []
	);
}

/** The filters that are set and narrow none of some figures. */
export function idleIn(filters: Filters, figures: readonly Narrowed[]): FilterName[] {
	return setIn(filters).filter((name) => heldBy(name, figures).length === 0);
}

/** The filters that are set and do not narrow all of some figures. */
export function notWholeIn(filters: Filters, figures: readonly Narrowed[]): FilterName[] {
	return setIn(filters).filter((name) => !isWhollyHeld(name, figures));
}

/** Filters as a screen takes them: without those that narrow none of its figures. */
export function holding(filters: Filters, screen: Narrowed): Filters {
	const idle = idleIn(filters, partsOf(screen));
	return withOnly(filters, (name) => !idle.includes(name));
}

/** The same filters with only those set that are kept. */
export function withOnly(filters: Filters, isKept: (name: FilterName) => boolean): Filters {
	const values = filterRecords.map(({ name, field, several }) => [
		field,
		isKept(name) ? filters[field] : several ? [] : null
	]);
	return { ...filters, ...(Object.fromEntries(values) as Filters) };
}
