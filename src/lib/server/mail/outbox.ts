import { createHash } from 'node:crypto';
import { HOUR } from '#lib/duration.ts';
import { Trouble } from '#lib/trouble.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { everything } from '#lib/filters/filters.ts';
import { issueListFigures, closedAfterHours } from '../figures/content/issues.ts';
import { publicationWithId, type Publication } from '../figures/publications.ts';
import { keepReport, sharedReport, type ReportRequest } from '../report/reports.ts';
import type { ReportKind } from '#lib/report-kinds.ts';
import type { Db } from '../store/sql/open.ts';
import type { JobOutcome } from '../store/jobs/claim.ts';
import { workThrough } from '../store/jobs/hold.ts';
import type { Job } from '../store/jobs/jobs.ts';
import {
	activeSchedules,
	beginHanding,
	changeMailing,
	changeSchedule,
	dueOf,
	findMailing,
	giveReport,
	knownDues,
	mailsWithoutReport,
	noteDue,
	scheduleWithId,
	type Mailing,
	type Schedule
} from '../store/reports/schedules.ts';
import { mailOf } from './mail.ts';
import type { Failure, Mailer } from './mailer.ts';
import { dueBy, duePeriod, type Rule } from './rule.ts';
import { noteNews } from './alerts/news.ts';
import { tell } from './alerts/tell.ts';
import { later, type Outbox } from './tries.ts';

/** Notes what fell due and what is news, and sends what is to be sent. Any number of processes may do so at once. */
export async function sendDue(db: Db, outbox: Outbox) {
	const { mailer, now } = outbox;
	if (mailer) {
		await noteAllDue(db, now());
		await workThrough(
			db,
			['report', 'mail'],
			({ job }) => (job.kind === 'report' ? make(db, job, outbox) : send(db, job, mailer, outbox)),
			now
		);
	}
	await noteNews(db, now());
	await workThrough(db, ['alert'], ({ job }) => tell(db, job, outbox), now);
}

async function noteAllDue(db: Db, now: number) {
	for (const schedule of await activeSchedules(db)) {
		const publication = await publicationWithId(db, schedule.publicationId);
		if (!publication) continue;
		for (const due of await duesOf(db, publication, schedule, now)) {
			// one after the other, each by itself: whoever comes between notes the same
			const { id: scheduleId, recipients } = schedule;
			await noteDue(db, { scheduleId, due, recipients }, publication.id, now);
			if (!due.startsWith('issue:'))
				await changeSchedule(db, scheduleId, { since: Date.parse(due) });
		}
	}
}

/** What a schedule is due for: an instant, or issues whose first three days are all known. */
async function duesOf(
	db: Db,
	publication: Publication,
	schedule: Schedule,
	now: number
): Promise<string[]> {
	const rule = schedule.rule as Rule;
	if (rule.every !== 'issue') {
		const due = dueBy(rule, publication.zone, schedule.since, now);
		return due === null ? [] : [new Date(due).toISOString()];
	}
	const { issues } = await issueListFigures(db, publication, everything);
	const known = await knownDues(db, schedule.id);
	return issues
		.filter(
			({ sentAt, open, age }) =>
				sentAt !== null &&
				age !== null &&
				!open &&
				sentAt + closedAfterHours * HOUR > schedule.since
		)
		.map(({ id }) => `issue:${id}`)
		.filter((due) => !known.has(due));
}

/** Makes the report that fell due: one for all who get it, so that they speak of the same. */
async function make(db: Db, job: Job, { now }: Outbox): Promise<JobOutcome> {
	const due = dueOf(job.subject);
	const schedule = await scheduleWithId(db, due.scheduleId);
	const publication = schedule && (await publicationWithId(db, schedule.publicationId));
	const mails = await mailsWithoutReport(db, due);
	if (!schedule || !publication || mails.length === 0) return null;

	for (const { id } of mails)
		await changeMailing(db, id, { state: 'making', attempts: job.attempts });
	try {
		const asked = selectedItems(schedule, mails[0]!, publication, now());
		await keepReport(db, publication, asked, { by: null, now: now() }, (tx, id) =>
			giveReport(tx, mails, id, publication.id)
		);
		return null;
	} catch (cause) {
		const problem = problemOf(cause, schedule);
		for (const { id } of mails) await changeMailing(db, id, { state: 'failed', problem });
		return later(job, { unsure: false, final: false, problem }, now());
	}
}

/** Hands one mail on. */
async function send(
	db: Db,
	job: Job,
	mailer: Mailer,
	{ now, address }: Outbox
): Promise<JobOutcome> {
	const mailing = await findMailing(db, Number(job.subject));
	const schedule = mailing && (await scheduleWithId(db, mailing.scheduleId));
	const publication = schedule && (await publicationWithId(db, schedule.publicationId));
	if (!publication || mailing.reportId === null || mailing.state === 'sent') return null;
	// whoever handed it on fell over: whether it went out nobody knows
	if (mailing.state === 'handing') {
		await changeMailing(db, mailing.id, { state: 'unsure' });
		return { trouble: { code: 'mailUnsure', details: {} } };
	}

	let failure: Failure | null;
	try {
		// whoever gets it may have no account: it says what a link would
		const snapshot = await sharedReport(db, publication, mailing.reportId, now());
		const link = address && `${address}/p/${publication.slug}/reports/${mailing.reportId}`;
		const mail = await mailOf(snapshot, link);
		if (!(await beginHanding(db, mailing.id, job))) return null;
		failure = await mailer.send(mail, mailing.recipient, idOf(mailing));
	} catch (cause) {
		failure = { unsure: false, final: false, problem: problemOf(cause, schedule) };
	}
	if (failure === null) {
		await changeMailing(db, mailing.id, { state: 'sent', sentAt: now(), problem: null });
		return null;
	}
	const { unsure, problem } = failure;
	const state = unsure ? 'unsure' : 'failed';
	await changeMailing(db, mailing.id, { state, problem, attempts: job.attempts });
	return later(job, failure, now());
}

function problemOf(cause: unknown, { locale }: Schedule): string {
	return cause instanceof Trouble
		? troubleWords(cause.code, cause.details, locale)
		: String(cause).slice(0, 500);
}

function selectedItems(
	{ report, comparison, locale, sponsor, rule: kept }: Schedule,
	{ due, createdAt }: Mailing,
	{ zone }: Publication,
	now: number
): ReportRequest {
	const rule = kept as Rule;
	const issue = due.startsWith('issue:') ? Number(due.split(':')[1]) : null;
	// a test is of what the next one would be of, were it today
	const at = Number.isNaN(Date.parse(due)) ? Math.min(createdAt, now) : Date.parse(due);
	return {
		kind: report as ReportKind,
		name: null,
		sponsor,
		locale,
		filters: {
			...(rule.every === 'issue' ? { ...everything, issue } : duePeriod(rule, zone, at)),
			compare: comparison
		}
	};
}

/** The same for each try of the same mail. */
function idOf({ scheduleId, due, createdAt, recipient }: Mailing): string {
	return createHash('sha256')
		.update(`${scheduleId} ${due} ${createdAt} ${recipient}`)
		.digest('hex')
		.slice(0, 32);
}
