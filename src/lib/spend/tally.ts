import type { Acquired, Clicked, ChannelCohort, Earned } from './cohorts.ts';

/** What a reader brought at an age, in days since joining, net of refunds. */
type Earning = {
	age: number;
	amount: number;
	conversions: number;
	/** some of it was given back: of a sale that was given back whole nothing is left but this */
	refunded: boolean;
};

/** What readers did, by reader: ages are days since joining. */
export type ReaderActivity = {
	/** age at the first human click since joining, NaN for none */
	first: Float64Array;
	/** human clicks at an age of zero to the window */
	clicks: Int32Array;
	/** what they brought, in order of age, one sum an age: net of refunds; none from before they joined */
	earned: Map<number, Earning[]>;
	/** clicks from before the day of joining: dates that cannot be right */
	clicksBefore: number;
};

/** Goes through all that readers did, once. @param window in days */
export function readerActivity(
	{ length, joined }: Acquired,
	{ reader, day, n }: Clicked,
	earned: readonly Earned[],
	window: number
): ReaderActivity {
	const activity: ReaderActivity = {
		first: new Float64Array(length).fill(NaN),
		clicks: new Int32Array(length),
		earned: new Map(),
		clicksBefore: 0
	};
	for (let i = 0; i < reader.length; i++) {
		const who = reader[i]!;
		const age = day[i]! - joined[who]!;
		if (age < 0) activity.clicksBefore += n[i]!;
		if (!(age >= 0)) continue;
		if (!(activity.first[who]! <= age)) activity.first[who] = age;
		if (age <= window) activity.clicks[who]! += n[i]!;
	}
	for (const { reader: who, day: on, amount, conversions, refunded } of earned) {
		const age = on - joined[who]!;
		if (!(age >= 0)) continue;
		const list = activity.earned.get(who);
		const same = list?.find((one) => one.age === age);
		if (same) {
			same.amount += amount;
			same.conversions += conversions;
			same.refunded ||= refunded;
		} else if (list) list.push({ age, amount, conversions, refunded });
		else activity.earned.set(who, [{ age, amount, conversions, refunded }]);
	}
	for (const list of activity.earned.values()) list.sort((a, b) => a.age - b.age);
	return activity;
}

/** Days by which a reader who came to stay has clicked. */
export const activationDays = [7, 14, 30] as const;

/** Of how many something is known, and how many did it. */
export type Part = { n: number; of: number };

/** What cohorts cost and did. Money is in minor units; what needs the window is of mature cohorts alone. */
export type Tally = {
	cohorts: number;
	mature: number;
	/** of which some days lie before the first that anything is known of */
	early: number;
	spend: number;
	/** some of what was spent is in a currency without a rate: no cost of anybody is known */
	unrated: boolean;
	joined: number;
	/** by each of the activation days, of the cohorts as old as that, with what was spent on these */
	activated: (Part & { spend: number })[];
	/** spent on those whose days lie in part before the first that anything is known of */
	earlySpend: number;
	/** spent on the mature cohorts, and who joined with them */
	matureSpend: number;
	matureJoined: number;
	/** a human click within the window */
	engaged: number;
	clicks: number;
	/** still there at the end of the window, of the cohorts of which it is known who left until then */
	kept: Part;
	/** all value so far of all cohorts */
	value: number;
	/** within the window, by the reader who brought it: one positive amount a buyer, net of refunds */
	amounts: number[];
	/** within the window, of readers who were given back at least what they paid: zero or less */
	givenBack: number;
	/** whether something was given back within the window, by a reader or by rule */
	refunded: boolean;
	/** whether there were purchases of nothing within the window, of which no refund is known */
	zero: boolean;
	/** what the mature cohorts brought after the window, and whether some of it was given back */
	later: number;
	refundedLater: boolean;
	/** value by rule on the days on which the mature cohorts joined */
	ruled: number;
	/** months of thirty days after which the value in hand had reached spend; null where it has not yet */
	payback: number | null;
	/** months that were looked at for it */
	observed: number;
};

/** The days between which data say what readers did, and the last of which it is known who left. */
export type SeenDays = { since: number; asOf: number; leftUntil: number };

/** Whether some of a cohort's first days lie before anything is known of them. */
export function isEarly({ first }: ChannelCohort, { since }: SeenDays): boolean {
	return first < since;
}

/** Cohorts of a source, or of several, taken together. */
export function tally(
	cohorts: readonly ChannelCohort[],
	{ left, joined }: Acquired,
	activity: ReaderActivity,
	window: number,
	seen: SeenDays
): Tally {
	// whoever came before the first click is known may have clicked all the same
	const oldAs = (age: number) =>
		cohorts.filter((cohort) => cohort.last + age <= seen.asOf && !isEarly(cohort, seen));
	const mature = oldAs(window);
	const sum = (of: readonly ChannelCohort[], pick: (cohort: ChannelCohort) => number) =>
		of.reduce((total, cohort) => total + pick(cohort), 0);
	const readers = (of: readonly ChannelCohort[]) => of.flatMap((cohort) => cohort.readers);
	const everybody = readers(cohorts);
	const grown = readers(mature);
	const followed = mature.filter(({ last }) => last + window <= seen.leftUntil);

	const earnings = (who: number, until: number) =>
		(activity.earned.get(who) ?? []).filter(({ age }) => age <= until);
	const total = (list: readonly { amount: number }[]) =>
		list.reduce((all, { amount }) => all + amount, 0);
	const bought = grown.flatMap((who) => {
		const own = earnings(who, window);
		return own.length ? [own] : [];
	});
	const nets = bought.map(total);
	const inWindow = nets.reduce((sum, net) => sum + net, 0);

	return {
		cohorts: cohorts.length,
		mature: mature.length,
		early: cohorts.filter((cohort) => isEarly(cohort, seen)).length,
		earlySpend: sum(
			cohorts.filter((cohort) => isEarly(cohort, seen)),
			({ spend }) => spend
		),
		spend: sum(cohorts, ({ spend }) => spend),
		unrated: cohorts.some(({ unrated }) => unrated),
		joined: everybody.length,
		activated: activationDays.map((day) => activatedBy(day, oldAs(day), activity)),
		matureSpend: sum(mature, ({ spend }) => spend),
		matureJoined: grown.length,
		engaged: grown.filter((who) => activity.first[who]! <= window).length,
		clicks: grown.reduce((clicks, who) => clicks + activity.clicks[who]!, 0),
		kept: stayed(readers(followed), { left, joined }, window),
		value:
			everybody.reduce((value, who) => value + total(earnings(who, Infinity)), 0) +
			sum(cohorts, ({ ruled }) => ruled),
		amounts: nets.filter((net) => net > 0),
		givenBack: nets.filter((net) => net <= 0).reduce((sum, net) => sum + net, 0),
		refunded:
			bought.some((own) => own.some(({ refunded }) => refunded)) ||
			mature.some(({ ruledBack }) => ruledBack),
		zero: bought.some((own) => own.some(({ amount, refunded }) => amount === 0 && !refunded)),
		later: grown.reduce((value, who) => value + total(earnings(who, Infinity)), 0) - inWindow,
		refundedLater: grown.some((who) => isRefundedAfter(activity, who, window)),
		ruled: sum(mature, ({ ruled }) => ruled),
		...paybackOf(cohorts, activity, seen.asOf)
	};
}

/** Of some readers, how many had not left by an age. */
function stayed(
	who: readonly number[],
	{ left, joined }: Pick<Acquired, 'left' | 'joined'>,
	age: number
): Part {
	return { n: who.filter((one) => !(left[one]! - joined[one]! <= age)).length, of: who.length };
}

/** Of the readers of some cohorts, how many had clicked at an age, and what was spent on them. */
function activatedBy(day: number, cohorts: readonly ChannelCohort[], { first }: ReaderActivity) {
	const old = cohorts.flatMap(({ readers }) => readers);
	return {
		n: old.filter((who) => first[who]! <= day).length,
		of: old.length,
		spend: cohorts.reduce((all, { spend }) => all + spend, 0)
	};
}

/** Whether some of what a reader brought after an age was given back. */
function isRefundedAfter({ earned }: ReaderActivity, who: number, window: number): boolean {
	return (earned.get(who) ?? []).some(({ age, refunded }) => age > window && refunded);
}

const MONTH = 30;
const YEARS = 5;

/**
 * By which month value reached spend: of the cohorts that are as old, or of all of them together, by what
 * is in hand of each. A cohort that has earned its cost has paid back, however young it is.
 */
function paybackOf(cohorts: readonly ChannelCohort[], activity: ReaderActivity, asOf: number) {
	const costly = cohorts.filter(({ spend }) => spend > 0);
	const earned = costly.map((cohort) => earnedByMonth(cohort, activity));
	const months = Math.max(0, ...earned.map((own) => own.length - 1));
	let observed = 0;
	let payback: number | null = null;
	for (let month = 1; month <= Math.max(12 * YEARS, months); month++) {
		const old = { value: 0, spend: 0 };
		const all = { value: 0, spend: 0 };
		costly.forEach(({ last, spend, ruled }, i) => {
			const value = ruled + (earned[i]![Math.min(month, earned[i]!.length - 1)] ?? 0);
			for (const sum of last + MONTH * month <= asOf ? [old, all] : [all]) {
				sum.value += value;
				sum.spend += spend;
			}
		});
		if (old.spend > 0 && month <= 12 * YEARS) observed = month;
		else if (month > months) break;
		if ([old, all].some(({ value, spend }) => spend > 0 && value >= spend)) {
			payback = month;
			break;
		}
	}
	return { payback, observed };
}

/** What a cohort's readers had brought by the end of each month since joining, from 0 on. */
function earnedByMonth({ readers }: ChannelCohort, { earned }: ReaderActivity): number[] {
	const sums: number[] = [0];
	for (const who of readers)
		for (const { age, amount } of earned.get(who) ?? []) {
			const month = Math.max(1, Math.ceil(age / MONTH));
			while (sums.length <= month) sums.push(0);
			sums[month]! += amount;
		}
	for (let month = 1; month < sums.length; month++) sums[month]! += sums[month - 1]!;
	return sums;
}
