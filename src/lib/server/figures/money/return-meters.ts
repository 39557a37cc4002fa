import { DAY } from '#lib/duration.ts';
import { isFew } from '#lib/small-cells.ts';
import { concentration } from '#lib/measure/stats/concentration.ts';
import { Z90 } from '#lib/measure/stats/normal.ts';
import { quantile } from '#lib/measure/stats/quantile.ts';
import type { AcquisitionSource } from '#lib/spend/cohorts.ts';
import { daysOfMonth, monthOfDay } from '#lib/spend/months.ts';
import type { ReaderActivity } from '#lib/spend/tally.ts';
import { listImports } from '../../store/events/imports.ts';
import type { Db } from '../../store/sql/open.ts';
import type { Publication } from '../../store/publications.ts';
import type { AcquiredAudience } from './acquired.ts';
import { archiveOf } from '../archive.ts';
import { attributions, sumsOf, type Attribution } from './attribution.ts';
import type { ChannelRow } from './channel-rows.ts';
import type { PublicationMoney } from './money.ts';

/** How far a return can be trusted in one respect. Worded by `findings/channels.ts`. */
export type Meter = {
	meter: 'variability' | 'volume' | 'cycle' | 'precision' | 'infrastructure';
	/** 0..1, 1 is best; null where nothing can be said */
	position: number | null;
	/** what it rests on: shares are 0..1, spans are days */
	figures: Record<string, number | null>;
};

type MeterInput = {
	/** all channels that cost, together, as they are told */
	paid: ChannelRow | null;
	/** what each buyer brought that the return of these rests on */
	amounts: readonly number[];
	audience: AcquiredAudience;
	attribution: Attribution;
	money: PublicationMoney;
	window: number;
	/** all channels, of all time */
	sources: readonly AcquisitionSource[];
	activity: ReaderActivity;
};

/** Half of the 90 % interval of a sum of n alike, against the sum: Z90 × √((1 + cv²) / n). */
const wanted = 0.2;

/** Five meters: what would have to be better for the return to be surer. */
export async function metersOf(
	db: Db,
	publication: Publication,
	input: MeterInput
): Promise<Meter[]> {
	return [
		variability(input),
		volume(input),
		cycle(input),
		await precision(db, publication, input),
		await infrastructure(db, publication, input)
	];
}

function readersOf(sources: readonly AcquisitionSource[]): number[] {
	return sources
		.filter(({ paid }) => paid)
		.flatMap(({ cohorts }) => cohorts.flatMap(({ readers }) => readers));
}

/** Of few buyers nobody is told how many they are, nor what part of the value the largest brought. */
const isTold = ({ paid, amounts }: MeterInput) => amounts.length === 0 || paid?.buyers !== null;

function variability(input: MeterInput): Meter {
	const { paid, amounts } = input;
	const concentrated = isTold(input) ? concentration(amounts) : null;
	const margin =
		isTold(input) && paid?.low != null && paid.return
			? (paid.high! - paid.low) / (2 * paid.return)
			: null;
	return {
		meter: 'variability',
		// ± 10 % is as good as it needs to be, ± 100 % says nothing
		position: margin === null ? null : clamp(1 - (margin - 0.1) / 0.9),
		figures: {
			buyers: concentrated && amounts.length,
			top1: concentrated?.top1 ?? null,
			top10: concentrated?.top10 ?? null,
			variation: concentrated?.variation ?? null,
			low: paid?.low ?? null,
			high: paid?.high ?? null
		}
	};
}

function volume(input: MeterInput): Meter {
	// before any month is old enough, or where no value is known, nobody is known to have bought or not
	if (!isTold(input) || (input.amounts.length === 0 && input.paid?.return == null))
		return { meter: 'volume', position: null, figures: { buyers: null, needed: null, more: null } };
	const { amounts } = input;
	const variation = concentration(amounts)?.variation ?? null;
	const needed = variation === null ? null : Math.ceil((Z90 / wanted) ** 2 * (1 + variation ** 2));
	return {
		meter: 'volume',
		position: needed === null ? 0 : clamp(amounts.length / needed),
		figures: {
			buyers: amounts.length,
			needed,
			more: needed === null ? null : Math.max(0, needed - amounts.length)
		}
	};
}

/** From joining to a purchase that holds, over all readers: those who joined lately have not had the time. */
function cycle({ audience, activity, window, sources }: MeterInput): Meter {
	const ages = [...activity.earned.values()]
		.flat()
		.filter(({ amount }) => amount > 0)
		.map(({ age }) => age);
	ages.sort((a, b) => a - b);
	const buyers = [...activity.earned.values()].filter((own) =>
		own.some(({ amount }) => amount > 0)
	);
	if (ages.length === 0 || isFew(buyers.length))
		return {
			meter: 'cycle',
			position: null,
			figures: { median: null, p90: null, inWindow: null, inside: null }
		};

	const p90 = quantile(ages, 0.9);
	const upTo = audience.clicksUpTo ?? Infinity;
	const people = readersOf(sources);
	const inside = people.filter((who) => upTo - audience.readers.joined[who]! < p90).length;
	const inWindow = ages.filter((age) => age <= window).length / ages.length;
	return {
		meter: 'cycle',
		position: inWindow,
		figures: {
			median: quantile(ages, 0.5),
			p90,
			inWindow,
			inside: people.length ? inside / people.length : null
		}
	};
}

async function precision(
	db: Db,
	publication: Publication,
	{ audience, attribution, activity }: MeterInput
): Promise<Meter> {
	const sums = sumsOf(attribution);
	const { people, clicked, undated, channelless } = audience;
	// rows of items are not about channels at all
	const n = attributions.reduce((sum, to) => sum + (to === 'item' ? 0 : sums[to].n), 0);
	const byReader = n ? sums.reader.n / n : null;
	const byRule = n ? sums.channel.n / n : null;
	// stays that ended before a reader came back are no readers of their own
	const known = people ? 1 - (undated + channelless) / people : null;

	const { issues } = await archiveOf(db, publication);
	const sum = (pick: (issue: (typeof issues)[number]) => number | null | undefined) =>
		issues.reduce((total, issue) => total + (pick(issue) ?? 0), 0);
	const all = sum(({ rollup }) => rollup?.allClicks);
	const clicks = clicked.n.reduce((total, one) => total + one, 0);
	return {
		meter: 'precision',
		position:
			byReader === null || known === null ? null : clamp(Math.min(byReader + 0.5 * byRule!, known)),
		figures: {
			byReader,
			byRule,
			known,
			setAside: all ? 1 - sum(({ rollup }) => rollup?.clicks) / all : null,
			early: clicks ? activity.clicksBefore / clicks : null
		}
	};
}

/** A series this many days behind the newest is stale; files come by the month at worst. */
const stale = 45;

async function infrastructure(
	db: Db,
	publication: Publication,
	{ audience, attribution, money, sources }: MeterInput
): Promise<Meter> {
	const imports = (await listImports(db, publication.id)).filter(({ state }) => state === 'done');
	const last = (days: readonly number[]) =>
		days.length ? days.reduce((latest, day) => Math.max(latest, day)) : null;
	const lists = imports.filter(({ kind }) => kind === 'subscribers');
	const ends = {
		clicks: audience.clicksUpTo,
		readers: last(lists.flatMap(({ asOf }) => (asOf === null ? [] : Math.floor(asOf / DAY)))),
		spend: last(attribution.spending.map(({ to }) => to)),
		value: last(money.brought.map(({ to }) => to))
	};
	const newest = last(Object.values(ends).flatMap((end) => end ?? []));
	// a plan reaches beyond what has happened
	const today = Math.min(newest ?? Infinity, audience.clicksUpTo ?? Infinity);
	const lag = (end: number | null) => (end === null ? null : Math.max(0, today - end));
	const lags = Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, lag(end)]));

	const costly = sources.filter(({ paid }) => paid);
	const stopped = costly.filter(({ channel }) => {
		const end = last(attribution.spending.filter((f) => f.channel === channel).map(({ to }) => to));
		return end !== null && today - end > stale;
	}).length;
	const gaps = gapsOf(money.brought.map(({ from, to }) => [from, to]));
	const given = imports.filter(({ kind }) => kind !== 'document');
	const automated = given.length
		? given.filter(({ by }) => by === null).length / given.length
		: null;

	const checks = [
		...Object.values(lags).map((days) => days !== null && days <= stale),
		gaps === 0,
		stopped === 0
	];
	return {
		meter: 'infrastructure',
		position: newest === null ? null : checks.filter(Boolean).length / checks.length,
		figures: { ...lags, gaps, stopped, automated }
	};
}

/** Months between the first and the last in which nothing at all was brought. */
function gapsOf(spans: readonly (readonly [from: number, to: number])[]): number {
	const months = new Set<number>();
	for (const [from, to] of spans)
		for (let month = monthOfDay(from); daysOfMonth(month).first <= to; month++) months.add(month);
	if (months.size === 0) return 0;
	const all = [...months];
	return Math.max(...all) - Math.min(...all) + 1 - months.size;
}

function clamp(position: number): number {
	return Math.min(1, Math.max(0, position));
}
