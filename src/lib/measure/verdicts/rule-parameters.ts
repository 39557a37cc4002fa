import type { RuleName, RuleSet } from './rules.ts';

/** One number that people may change. */
export type RuleParameter = {
	/** its path in the rules: `burst.ladder.0.links` */
	path: string;
	/** its name: `links`, `seconds`, `share` … */
	name: string;
	value: number;
	/** highest value: 1 for shares; all else is whole numbers, seconds or minutes */
	most: number;
};

export type RuleView = { rule: RuleName; on: boolean; parameters: RuleParameter[] };

/** Higher than any rule could need. */
const MOST = 100_000;

/** The rules of a set with their numbers, in the order of their declaration. */
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
 * @param values by path; numbers that are not given stay as they are
 * @returns null if a number is invalid: below zero, above its highest value, or a fraction where a count is
 * expected
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

/** Paths of the settings that exist in both sets and differ. */
function differing(rules: RuleSet, usual: RuleSet): string[] {
	const settings = settingsOf(rules);
	return [...settingsOf(usual)].flatMap(([path, value]) =>
		settings.has(path) && settings.get(path) !== value ? path : []
	);
}

/** The rules, with the paths of what differs from the usual ones recorded in `own`. */
export function withOwn(rules: RuleSet, usual: RuleSet): RuleSet {
	return { ...rules, own: differing(rules, usual) };
}

/**
 * The usual rules of a new version, with what a publication changed in an earlier one. A set that does not
 * record its changes is compared with the current usual rules.
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
