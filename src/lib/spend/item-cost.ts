/** What making items costs, in minor units: see the publication's own words for it. */
type Costs = {
	item?: number;
	hour?: number;
	hours?: number;
	sections?: Readonly<Record<string, number>>;
};

/**
 * What making one item cost: its section's cost, else the cost per item, else its hours times the hourly cost.
 * Null if none of these was entered.
 *
 * @example itemCost({ hour: 4000, hours: 1.5 }, null) // => 6000
 */
export function itemCost(
	{ item, hour, hours, sections = {} }: Costs,
	sectionId: number | null
): number | null {
	const own = sectionId === null ? undefined : sections[sectionId];
	if (own !== undefined) return own;
	if (item !== undefined) return item;
	return hour !== undefined && hours !== undefined ? Math.round(hour * hours) : null;
}
