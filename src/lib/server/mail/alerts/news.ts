import { DAY, MINUTE } from '#lib/duration.ts';
import { happenings, type AlertKind, type Happening } from '../../alerts/happenings.ts';
import { publicationWithId, type Publication } from '../../figures/publications.ts';
import { localHour } from '../../local-date.ts';
import {
	activeAlertRules,
	alertsOfRule,
	changeAlertRule,
	findAlertRule,
	isUnderWay,
	noteAlert,
	noteKnown,
	type Alert,
	type AlertRule
} from '../../store/reports/alerts.ts';
import type { Db } from '../../store/sql/open.ts';

/** When a change began is estimated, and moves as data come: within this time it is the same change. */
const SAME_CHANGE = 90 * DAY;

/** How often what only the passing of time brings is looked for, in milliseconds. */
const OFTEN = 10 * MINUTE;

/** What was looked at last, by publication, so that figures are asked for when they changed alone. */
const looked = new WeakMap<Db, Map<number, string>>();

/**
 * Notes what is new to each rule. Any number of processes may do so at once: each thing is noted once
 * a rule. While imports or fits go on, figures are not what they will be, and nothing is noted.
 */
export async function noteNews(db: Db, now: number) {
	const rules = await activeAlertRules(db);
	const before = looked.get(db) ?? new Map<number, string>();
	looked.set(db, before);

	for (const id of new Set(rules.map(({ publicationId }) => publicationId))) {
		const publication = await publicationWithId(db, id);
		const own = rules.filter(({ publicationId }) => publicationId === id);
		if (!publication || (await isUnderWay(db, id))) continue;
		const state = [
			publication.revision,
			Math.floor(now / OFTEN),
			...own.map((rule) => `${rule.id} ${rule.since}`)
		].join();
		if (before.get(id) === state) continue;

		const kinds = [...new Set(own.flatMap((rule) => rule.kinds))] as AlertKind[];
		const happened = await happenings(db, publication, now, kinds);
		for (const rule of own) await noteFor(db, publication, rule, happened, now);
		before.set(id, state);
	}
}

async function noteFor(
	db: Db,
	{ zone }: Publication,
	{ id }: AlertRule,
	happened: readonly Happening[],
	now: number
) {
	await db.transaction(async (tx) => {
		// as it is by now: somebody may have paused it
		const rule = await findAlertRule(tx, id);
		if (!rule || rule.paused) return;
		const isFirst = rule.since === null;
		// what is to be told in a quiet hour is found again after it
		if (!isFirst && isQuiet(rule, localHour(now, zone))) return;

		const sent = await alertsOfRule(tx, id);
		const news = happened
			.filter((one) => isAsked(rule, one) && !sent.some((alert) => isSame(alert, one)))
			.map((one) => ({ kind: one.kind, subject: one.subject, at: one.at, facts: { ...one } }));
		if (isFirst) {
			await noteKnown(tx, id, news, now);
			await changeAlertRule(tx, id, { since: now });
		} else for (const one of news) await noteAlert(tx, rule, one, now);
	});
}

function isAsked({ kinds, sure }: AlertRule, { kind, certainty }: Happening): boolean {
	return kinds.includes(kind) && (sure === 'leaning' || certainty === 'clear');
}

function isSame(sent: Pick<Alert, 'kind' | 'subject' | 'at'>, { kind, subject, at }: Happening) {
	if (sent.kind !== kind || sent.subject !== subject) return false;
	return sent.at === null || at === null || Math.abs(sent.at - at) < SAME_CHANGE;
}

/** Whether an hour lies in the quiet ones, which may go over midnight; the last is no longer quiet. */
export function isQuiet(
	{ quietFrom: from, quietTo: to }: Pick<AlertRule, 'quietFrom' | 'quietTo'>,
	hour: number
): boolean {
	if (from === null || to === null) return false;
	return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
