import * as v from 'valibot';
import { readComparison } from '#lib/filters/comparison.ts';
import { locales } from '#lib/locales.ts';
import { kindsDue, reportKind } from '#lib/report-kinds.ts';
import { Trouble } from '#lib/trouble.ts';
import { filterChoices } from '../figures/choices.ts';
import type { Publication } from '../figures/publications.ts';
import { recordAudit, type Actor } from '../store/people/audit.ts';
import type { Db } from '../store/sql/open.ts';
import {
	changeSchedule,
	deleteSchedule,
	findSchedule,
	insertSchedule,
	latestMailings,
	listSchedules,
	noteDue,
	tryAgain,
	type Mailing,
	type Schedule
} from '../store/reports/schedules.ts';
import { dueNext, ruleSchema, type Rule } from './rule.ts';

const schedule = v.object({
	report: v.picklist([...kindsDue('date'), ...kindsDue('issue')]),
	comparison: v.pipe(
		v.string(),
		v.check((text) => readComparison(text) !== null)
	),
	locale: v.picklist(locales),
	sponsor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
	rule: ruleSchema,
	recipients: v.pipe(
		v.array(v.pipe(v.string(), v.email(), v.maxLength(200))),
		v.minLength(1),
		v.maxLength(50)
	)
});

/** A schedule as its page shows it. */
export type ScheduleRow = Omit<Schedule, 'rule' | 'publicationId' | 'since'> & {
	rule: Rule;
	/** UTC milliseconds; null for one that waits for issues, or is paused */
	next: number | null;
};

/** What became of a mail, as the history shows it. */
export type MailingRow = Pick<
	Mailing,
	| 'id'
	| 'scheduleId'
	| 'due'
	| 'state'
	| 'recipient'
	| 'attempts'
	| 'problem'
	| 'reportId'
	| 'createdAt'
	| 'sentAt'
> & { kind: string; nextAt: number | null };

export type ScheduleFigures = { schedules: ScheduleRow[]; mailings: MailingRow[] };

const HISTORY = 100;

/** Reports that go out by themselves, and what became of the latest mails. */
export async function scheduleFigures(
	db: Db,
	publication: Publication,
	now: number
): Promise<ScheduleFigures> {
	const schedules = await listSchedules(db, publication.id);
	const mailings = await latestMailings(db, publication.id, HISTORY);
	return {
		schedules: schedules.map(
			({ id, report, comparison, locale, sponsor, recipients, paused, ...row }) => {
				const rule = row.rule as Rule;
				const next = rule.every === 'issue' || paused ? null : dueNext(rule, publication.zone, now);
				return { id, report, comparison, locale, sponsor, recipients, paused, rule, next };
			}
		),
		mailings: mailings.map(({ mailing, kind, nextAt }) => ({ ...mailing, kind, nextAt }))
	};
}

/**
 * Lets a report go out by itself. What fell due before is not sent.
 *
 * @throws {Trouble} badSchedule
 */
export async function addSchedule(db: Db, { id }: Publication, given: unknown, actor: Actor) {
	const read = v.safeParse(schedule, given);
	const when = read.success && read.output.rule.every === 'issue' ? 'issue' : 'date';
	if (!read.success || !kindsDue(when).includes(read.output.report))
		throw new Trouble('badSchedule', {});

	const { report, sponsor } = read.output;
	const row = {
		publicationId: id,
		...read.output,
		sponsor: reportKind(report).of === 'sponsor' ? sponsor : null,
		since: actor.now
	};
	await db.transaction(async (tx) => {
		const made = await insertSchedule(tx, row);
		const { recipients, ...kept } = read.output;
		const details = { schedule: made, ...kept, recipients: recipients.length };
		await recordAudit(tx, id, actor, 'schedules.made', details);
	});
}

/** Holds one up, or lets it go on: what fell due meanwhile is not sent. */
export async function pauseSchedule(
	db: Db,
	publication: Publication,
	id: number,
	paused: boolean,
	actor: Actor
) {
	await scheduleOf(db, publication, id);
	await changeSchedule(db, id, paused ? { paused } : { paused, since: actor.now });
}

/** Removes one with its history. */
export async function removeSchedule(db: Db, publication: Publication, id: number, actor: Actor) {
	await scheduleOf(db, publication, id);
	await db.transaction(async (tx) => {
		await deleteSchedule(tx, id);
		await recordAudit(tx, publication.id, actor, 'schedules.removed', { schedule: id });
	});
}

/**
 * Sends what a schedule would send now, to one address alone.
 *
 * @throws {Trouble} badSchedule where that is no address, noSuchIssue where there is none yet
 */
export async function testSchedule(
	db: Db,
	publication: Publication,
	id: number,
	to: string,
	actor: Actor
) {
	const { rule } = await scheduleOf(db, publication, id);
	if (!v.is(v.pipe(v.string(), v.email()), to)) throw new Trouble('badSchedule', {});

	// a due of its own, so that a test is never taken for what it tests
	const what =
		(rule as Rule).every === 'issue' ? `issue:${await latestIssue(db, publication)}` : 'test';
	const due = `${what}:${actor.now}`;
	await noteDue(db, { scheduleId: id, due, recipients: [to] }, publication.id, actor.now);
}

/** Tries a mail again that failed, or of which nobody knows whether it went out. */
export async function sendAgain(
	db: Db,
	publication: Publication,
	schedule: number,
	mailing: number
) {
	const stored = await scheduleOf(db, publication, schedule);
	if (!(await tryAgain(db, stored, mailing))) throw new Trouble('noSuchSchedule', {});
}

async function scheduleOf(db: Db, publication: Publication, id: number): Promise<Schedule> {
	const stored = await findSchedule(db, publication.id, id);
	if (!stored) throw new Trouble('noSuchSchedule', {});
	return stored;
}

async function latestIssue(db: Db, publication: Publication): Promise<number> {
	const { issues } = await filterChoices(db, publication);
	if (!issues[0]) throw new Trouble('noIssueYet', {});
	return issues[0].id;
}
