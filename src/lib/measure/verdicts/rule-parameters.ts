import type { RuleName, RuleSet } from './rules.ts';

/** One number that people may change. */
export type RuleParameter = {
	/** where it stands: `burst.ladder.0.links` */
	path: string;
	/** what it is: `links`, `seconds`, `share` … */
	name: string;
	value: number;
	/** shares are 0..1; all else is counted in whole numbers, or seconds and minutes */
	most: number;
};

export type RuleView = { rule: RuleName; on: boolean; parameters: RuleParameter[] };

/** More of anything than any rule could mean. */
const MOST = 100_000;

/** The rules of a set one by one, with their numbers, in the order in which they are declared. */
export function ruleViews(rules: RuleSet): RuleView[] {
	return Object.entries(rules).flatMap(([rule, own]) =>
		typeof own === 'object' && 'on' in own
			? [{ rule: rule as RuleName, on: own.on, parameters: numbersIn(own, rule) }]
			: []
	);
}

function numbersIn(value: object, path: string): RuleParameter[] {
	return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
		const here = `${path}.${key}`;
		if (typeof inner === 'object' && inner !== null) return numbersIn(inner, here);
		if (typeof inner !== 'number') return [];
		return [{ path: here, name: key, value: inner, most: /^share/.test(key) ? 1 : MOST }];
	});
}

/**
 * The same rules with other switches and numbers.
 *
 * @param on the rules that are switched on; all others are off
 * @param values by path; what is not given stays as it is
 * @returns null where a number makes no sense: below zero, above its most, or a broken count
 */
export function withParameters(
	rules: RuleSet,
	on: ReadonlySet<string>,
	values: ReadonlyMap<string, number>
): RuleSet | null {
	const changed = structuredClone(rules);

	for (const { rule, parameters } of ruleViews(rules)) {
		changed[rule].on = on.has(rule);
		for (const { path, name, most } of parameters) {
			const value = values.get(path);
			if (value === undefined) continue;
			const broken = !/^share|seconds|minutes|pause/.test(name) && !Number.isInteger(value);
			if (!(value >= 0 && value <= most) || broken) return null;
			place(changed, path.split('.'), value);
		}
	}
	return changed;
}

/** Every switch (`burst.on`) and number of a set, by path. */
function settingsOf(rules: RuleSet): Map<string, boolean | number> {
	return new Map(
		ruleViews(rules).flatMap(({ rule, on, parameters }) => [
			[`${rule}.on`, on] as [string, boolean | number],
			...parameters.map(({ path, value }): [string, boolean | number] => [path, value])
		])
	);
}

/** Paths of what differs between two sets that both have it. */
function differing(rules: RuleSet, usual: RuleSet): string[] {
	const settings = settingsOf(rules);
	return [...settingsOf(usual)].flatMap(([path, value]) =>
		settings.has(path) && settings.get(path) !== value ? path : []
	);
}

/** The rules with a note of what in them is not as usual. */
export function withOwn(rules: RuleSet, usual: RuleSet): RuleSet {
	return { ...rules, own: differing(rules, usual) };
}

/**
 * The usual rules of a new version with what a publication changed in those of an earlier one. A
 * set that says nothing of what was changed is compared with the usual rules as they are now.
 */
export function carriedOver(earlier: RuleSet, usual: RuleSet): RuleSet {
	const own = earlier.own ?? differing(earlier, usual);
	const settings = settingsOf(earlier);
	const known = settingsOf(usual);
	const changed = structuredClone(usual);
	const kept = own.filter((path) => settings.has(path) && known.has(path));
	for (const path of kept) place(changed, path.split('.'), settings.get(path)!);
	return { ...changed, own: kept };
}

function place(into: object, [key, ...rest]: string[], value: boolean | number) {
	const inner = into as Record<string, unknown>;
	if (rest.length === 0) inner[key!] = value;
	else place(inner[key!] as object, rest, value);
}
