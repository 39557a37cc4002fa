/** How one item that is not editorial did against what its place would give an editorial one. */
export type OtherItem = { role: 'sponsor' | 'house'; clickers: number; expected: number };

/** A role's log effect, how sure that is, and how far its items scatter around it. */
export type RoleEffect = { mean: number; sd: number; spread: number };

export type OtherRoles = Record<OtherItem['role'], RoleEffect>;

/** Sponsors and notices get about half of a story's clickers, give or take a factor of two. */
const PRIOR = { mean: Math.log(0.5), sd: 0.7, spread: 0.5, items: 4 };

/**
 * What sponsors' items, and those of the house, get against editorial ones in the same places of the
 * same issues: a mean over items with the spread among them (moments, as DerSimonian & Laird 1986),
 * each shrunk toward what is usual among newsletters as long as items are few.
 *
 * @example otherRoles([]).sponsor.mean // => Math.log(0.5)
 */
export function otherRoles(items: readonly OtherItem[]): OtherRoles {
	const effectOf = (role: OtherItem['role']): RoleEffect => {
		const logs = items.flatMap((item) =>
			item.role === role && item.expected > 0
				? [{ value: Math.log((item.clickers + 0.5) / item.expected), noise: 1 / item.expected }]
				: []
		);
		const n = logs.length;
		const middle = n ? logs.reduce((sum, { value }) => sum + value, 0) / n : PRIOR.mean;
		const excess = logs.reduce((sum, { value, noise }) => sum + (value - middle) ** 2 - noise, 0);
		const variance = Math.max(
			0.01,
			(Math.max(0, excess) + PRIOR.items * PRIOR.spread ** 2) / (n - 1 + PRIOR.items)
		);
		const precision = logs.reduce((sum, { noise }) => sum + 1 / (variance + noise), 0);
		const seen = logs.reduce((sum, { value, noise }) => sum + value / (variance + noise), 0);
		const whole = precision + 1 / PRIOR.sd ** 2;
		return {
			mean: (seen + PRIOR.mean / PRIOR.sd ** 2) / whole,
			sd: Math.sqrt(1 / whole),
			spread: Math.sqrt(variance)
		};
	};
	return { sponsor: effectOf('sponsor'), house: effectOf('house') };
}
