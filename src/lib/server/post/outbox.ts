import { createHash } from 'node:crypto';
import { Trouble } from '#lib/trouble.ts';
import { troubleWords } from '#lib/messages/words.ts';
import { everything } from '../figures/filters.ts';
import { issueListFigures, settledHours } from '../figures/content/issues.ts';
import { publicationWithId, type Publication } from '../figures/publications.ts';
import { keepReport, reportOf, type Asked } from '../report/reports.ts';
import type { ReportKind } from '../report/snapshot.ts';
import type { Comparison } from '../figures/comparison.ts';
import type { Db } from '../store/sql/open.ts';
import {
	activeSchedules,
	changeMailing,
	changeSchedule,
	claimMailing,
	knownDues,
	markUnsure,
	noteDue,
	reportOfDue,
	scheduleWithId,
	type Mailing,
	type Schedule
} from '../store/reports/schedules.ts';
import { mailOf } from './mail.ts';
import type { Failure, Mailer } from './mailer.ts';
import { dueBy, periodOf, type Rule } from './rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long to wait after each failed try; after the last, a person decides. */
const waits = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR];

/** Who makes a report, and who hands it on, has so long before another process takes over. */
const lease = 10 * MINUTE;

const never = Number.MAX_SAFE_INTEGER;

/** What the outbox works with. */
export type Outbox = {
	mailer: Mailer;
	now(): number;
	/** the address that people use, for links; null where nobody said it */
	origin: string | null;
};

/** Notes what fell due, and sends what is to be sent. Any number of processes may do so at once. */
export async function sendDue(db: Db, outbox: Outbox) {
	await noteAllDue(db, outbox.now());
	await markUnsure(db, outbox.now());
	for (;;) {
		const claimed = await claimMailing(db, outbox.now(), lease);
		if (!claimed) return;
		await send(db, claimed, outbox);
	}
}

async function noteAllDue(db: Db, now: number) {
	for (const schedule of await activeSchedules(db)) {
		const publication = await publicationWithId(db, schedule.publicationId);
		if (!publication) continue;
		for (const due of await duesOf(db, publication, schedule, now)) {
			// one after the other, each by itself: whoever comes between notes the same
			const { id: scheduleId, recipients } = schedule;
			await noteDue(db, { scheduleId, due, recipients }, now);
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
				sentAt !== null && age !== null && !open && sentAt + settledHours * HOUR > schedule.since
		)
		.map(({ id }) => `issue:${id}`)
		.filter((due) => !known.has(due));
}

async function send(db: Db, mailing: Mailing, { mailer, now, origin }: Outbox) {
	const schedule = await scheduleWithId(db, mailing.scheduleId);
	const publication = schedule && (await publicationWithId(db, schedule.publicationId));
	if (!schedule || !publication) return;

	try {
		const asked = askedFor(schedule, mailing, publication, now());
		// one report for all who get it: they speak of the same
		const reportId =
			mailing.reportId ??
			(await reportOfDue(db, mailing)) ??
			(await keepReport(db, publication, asked, { by: null, now: now() }));
		const snapshot = await reportOf(db, publication, reportId);
		const link = origin && `${origin}/p/${publication.slug}/reports/${reportId}`;
		const mail = await mailOf(snapshot, link);

		// from here on nobody else tries: whether it went out could not be known
		const handing = { state: 'handing', claimedUntil: now() + lease, reportId } as const;
		if (!(await changeMailing(db, mailing, handing))) return;

		const failure = await mailer.send(mail, mailing.recipient, idOf(mailing));
		if (failure) return await note(db, mailing, failure, now());

		await changeMailing(db, mailing, {
			state: 'sent',
			sentAt: now(),
			claimedUntil: null,
			problem: null
		});
	} catch (cause) {
		const problem =
			cause instanceof Trouble
				? troubleWords(cause.code, cause.details, schedule.locale)
				: String(cause).slice(0, 500);
		await note(db, mailing, { unsure: false, final: false, problem }, now());
	}
}

/** Notes that a try failed, and when the next one is. */
async function note(db: Db, mailing: Mailing, { unsure, final, problem }: Failure, now: number) {
	const wait = final ? undefined : waits[mailing.attempts - 1];
	await changeMailing(db, mailing, {
		state: unsure ? 'unsure' : 'failed',
		problem,
		claimedUntil: null,
		nextAt: unsure || wait === undefined ? never : now + wait
	});
}

function askedFor(
	{ report, comparison, locale, sponsor, rule: kept }: Schedule,
	{ due, createdAt }: Mailing,
	{ zone }: Publication,
	now: number
): Asked {
	const rule = kept as Rule;
	const issue = due.startsWith('issue:') ? Number(due.split(':')[1]) : null;
	// a test is of what the next one would be of, were it today
	const at = Number.isNaN(Date.parse(due)) ? Math.min(createdAt, now) : Date.parse(due);
	return {
		kind: report as ReportKind,
		name: null,
		comparison: comparison as Comparison,
		sponsor,
		locale,
		filters: rule.every === 'issue' ? { ...everything, issue } : periodOf(rule, zone, at)
	};
}

/** The same for each try of the same mail. */
function idOf({ scheduleId, due, createdAt, recipient }: Mailing): string {
	return createHash('sha256')
		.update(`${scheduleId} ${due} ${createdAt} ${recipient}`)
		.digest('hex')
		.slice(0, 32);
}
