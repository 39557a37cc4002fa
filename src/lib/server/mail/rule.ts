import { Cron } from 'croner';
import * as v from 'valibot';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { localDate } from '../local-date.ts';

const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23));
const last = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)));

/**
 * When a report goes out: on a day of the week (1 Monday … 7 Sunday) or of the month at a local
 * hour, or when an issue is 72 hours old and its data are there. What it is of: the days since the
 * one before, or so many of the latest issues.
 */
export const ruleSchema = v.variant('every', [
	v.object({
		every: v.literal('week'),
		day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
		hour,
		last
	}),
	v.object({
		every: v.literal('month'),
		// a month has no 31st each time: what is asked for monthly comes monthly
		day: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28)),
		hour,
		last
	}),
	v.object({ every: v.literal('issue') })
]);

export type Rule = v.InferOutput<typeof ruleSchema>;
type Timed = Exclude<Rule, { every: 'issue' }>;

function cronOf(rule: Timed, zone: string): Cron {
	const pattern =
		rule.every === 'week' ? `0 ${rule.hour} * * ${rule.day % 7}` : `0 ${rule.hour} ${rule.day} * *`;
	return new Cron(pattern, { timezone: zone, paused: true });
}

/**
 * The latest instant at which a report fell due, of those after `since`: what was missed while
 * nothing ran is made up for once, and not as often as it was missed.
 *
 * @returns UTC milliseconds, or null where nothing is due
 */
export function dueBy(rule: Timed, zone: string, since: number, now: number): number | null {
	// the instant itself has come
	const [due] = cronOf(rule, zone).previousRuns(1, new Date(now + 1000));
	const at = due?.getTime() ?? 0;
	return at > since && at <= now ? at : null;
}

/** When it falls due next, in UTC milliseconds. */
export function dueNext(rule: Timed, zone: string, now: number): number {
	const next = cronOf(rule, zone).nextRun(new Date(now));
	if (!next) throw new RangeError('a rule without an end ended');
	return next.getTime();
}

/** What a report that fell due then is of: whole local days, up to the day before. */
export function duePeriod(rule: Timed, zone: string, due: number): Filters {
	if (rule.last !== null) return { ...everything, last: rule.last };

	const [year = 0, month = 1, day = 1] = localDate(due, zone).split('-').map(Number);
	const date = (monthsBack: number, daysBack: number) =>
		new Date(Date.UTC(year, month - 1 - monthsBack, day - daysBack)).toISOString().slice(0, 10);
	const from = rule.every === 'week' ? date(0, 7) : date(1, 0);
	return { ...everything, from, to: date(0, 1) };
}
