type Group = { lift: number | null; rawRate: number | null };

/** Sections or authors by what is known of them: by lift where it is adjusted, else by raw rate. */
export function rankedGroups<Row extends Group>(groups: readonly Row[], adjusted: boolean): Row[] {
	const by = ({ lift, rawRate }: Row) => (adjusted ? lift : rawRate) ?? 0;
	return [...groups].sort((a, b) => by(b) - by(a));
}
