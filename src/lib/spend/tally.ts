import type { Acquired, Clicked, Cohort, Earned } from './cohorts.ts';

/** What readers did, by reader: ages are days since joining. */
export type Deeds = {
	/** age at the first human click since joining, NaN for none */
	first: Float64Array;
	/** human clicks at an age of nought to the window */
	clicks: Int32Array;
	/** what they brought, in order of age; none from before they joined */
	earned: Map<number, { age: number; amount: number; conversions: number }[]>;
	/** clicks, and value, from before the day of joining: dates that cannot be right, or customers who subscribed later */
	clicksBefore: number;
	valueBefore: number;
};

/** Goes through all that readers did, once. @param window in days */
export function deedsOf(
	{ length, joined }: Acquired,
	{ reader, day, n }: Clicked,
	earned: readonly Earned[],
	window: number
): Deeds {
	const deeds: Deeds = {
		first: new Float64Array(length).fill(NaN),
		clicks: new Int32Array(length),
		earned: new Map(),
		clicksBefore: 0,
		valueBefore: 0
	};
	for (let i = 0; i < reader.length; i++) {
		const who = reader[i]!;
		const age = day[i]! - joined[who]!;
		if (age < 0) deeds.clicksBefore += n[i]!;
		if (!(age >= 0)) continue;
		if (!(deeds.first[who]! <= age)) deeds.first[who] = age;
		if (age <= window) deeds.clicks[who]! += n[i]!;
	}
	for (const { reader: who, day: on, amount, conversions } of earned) {
		const age = on - joined[who]!;
		if (age < 0) deeds.valueBefore += amount;
		if (!(age >= 0)) continue;
		const list = deeds.earned.get(who);
		if (list) list.push({ age, amount, conversions });
		else deeds.earned.set(who, [{ age, amount, conversions }]);
	}
	for (const list of deeds.earned.values()) list.sort((a, b) => a.age - b.age);
	return deeds;
}

/** Days by which a reader who came to stay has clicked. */
export const activationDays = [7, 14, 30] as const;

/** Of how many something is known, and how many did it. */
export type Part = { n: number; of: number };

/** What cohorts cost and did. Money is in minor units; what needs the window is of mature cohorts alone. */
export type Tally = {
	cohorts: number;
	mature: number;
	spend: number;
	joined: number;
	/** by each of the activation days, of the cohorts as old as that, with what was spent on these */
	activated: (Part & { spend: number })[];
	/** spent on the mature cohorts, and who joined with them */
	matureSpend: number;
	matureJoined: number;
	/** a human click within the window */
	engaged: number;
	clicks: number;
	/** still there at the end of the window */
	kept: number;
	/** all value so far of all cohorts, and its conversions */
	value: number;
	conversions: number;
	/** within the window, by the reader who brought it: one amount a buyer */
	amounts: number[];
	/** value by rule on the days on which the mature cohorts joined */
	ruled: number;
	/** months of thirty days after which value reached spend; null where it has not yet */
	payback: number | null;
	/** months that were looked at for it */
	observed: number;
};

/** The days between which data say what readers did. */
export type Seen = { since: number; asOf: number };

/** Whether some of a cohort's first days lie before anything is known of them. */
export function isEarly({ first }: Cohort, { since }: Seen): boolean {
	return first < since;
}

/** Cohorts of a source, or of several, taken together. */
export function tally(
	cohorts: readonly Cohort[],
	{ left, joined }: Acquired,
	deeds: Deeds,
	window: number,
	seen: Seen
): Tally {
	// whoever came before the first click is known may have clicked all the same
	const oldAs = (age: number) =>
		cohorts.filter((cohort) => cohort.last + age <= seen.asOf && !isEarly(cohort, seen));
	const mature = oldAs(window);
	const sum = (of: readonly Cohort[], pick: (cohort: Cohort) => number) =>
		of.reduce((total, cohort) => total + pick(cohort), 0);
	const readers = (of: readonly Cohort[]) => of.flatMap((cohort) => cohort.readers);
	const everybody = readers(cohorts);
	const grown = readers(mature);

	const earnings = (who: number, until: number) =>
		(deeds.earned.get(who) ?? []).filter(({ age }) => age <= until);
	const total = (list: readonly { amount: number }[]) =>
		list.reduce((all, { amount }) => all + amount, 0);

	return {
		cohorts: cohorts.length,
		mature: mature.length,
		spend: sum(cohorts, ({ spend }) => spend),
		joined: everybody.length,
		activated: activationDays.map((day) => {
			const cohortsThen = oldAs(day);
			const old = readers(cohortsThen);
			return {
				n: old.filter((who) => deeds.first[who]! <= day).length,
				of: old.length,
				spend: sum(cohortsThen, ({ spend }) => spend)
			};
		}),
		matureSpend: sum(mature, ({ spend }) => spend),
		matureJoined: grown.length,
		engaged: grown.filter((who) => deeds.first[who]! <= window).length,
		clicks: grown.reduce((clicks, who) => clicks + deeds.clicks[who]!, 0),
		kept: grown.filter((who) => !(left[who]! - joined[who]! <= window)).length,
		value:
			everybody.reduce((value, who) => value + total(earnings(who, Infinity)), 0) +
			sum(cohorts, ({ ruled }) => ruled),
		conversions:
			everybody.reduce(
				(n, who) => n + earnings(who, Infinity).reduce((all, one) => all + one.conversions, 0),
				0
			) + sum(cohorts, ({ ruledConversions }) => ruledConversions),
		amounts: grown.flatMap((who) => {
			const own = earnings(who, window);
			return own.length ? [total(own)] : [];
		}),
		ruled: sum(mature, ({ ruled }) => ruled),
		...paybackOf(cohorts, deeds, seen.asOf)
	};
}

const MONTH = 30;
const YEARS = 5;

/** At each age, only the cohorts that are as old count, with their spend. */
function paybackOf(cohorts: readonly Cohort[], deeds: Deeds, asOf: number) {
	let observed = 0;
	for (let month = 1; month <= 12 * YEARS; month++) {
		const old = cohorts.filter(({ last, spend }) => spend > 0 && last + MONTH * month <= asOf);
		if (old.length === 0) break;
		observed = month;
		let value = 0;
		let spend = 0;
		for (const cohort of old) {
			spend += cohort.spend;
			for (const who of cohort.readers)
				for (const { age, amount } of deeds.earned.get(who) ?? [])
					if (age <= MONTH * month) value += amount;
		}
		if (value >= spend) return { payback: month, observed };
	}
	return { payback: null, observed };
}
