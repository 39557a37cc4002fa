import { locales, type Locale } from '#lib/locales.ts';
import * as v from 'valibot';
import { Trouble } from '#lib/trouble.ts';
import { alertKinds, happenings, type Happening } from '../../alerts/happenings.ts';
import type { Publication } from '../../figures/publications.ts';
import { recordAudit, type Actor } from '../../store/people/audit.ts';
import {
	changeAlertRule,
	deleteAlertRule,
	findAlertRule,
	insertAlertRule,
	latestAlerts,
	listAlertRules,
	noteAlert,
	tellAgain,
	type Alert,
	type AlertRule
} from '../../store/reports/alerts.ts';
import type { Db } from '../../store/sql/open.ts';

const hour = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)));
const mail = v.pipe(v.string(), v.email(), v.maxLength(200));
const url = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//i), v.maxLength(1000));

const ruleSchema = v.pipe(
	v.intersect([
		v.variant('by', [
			v.object({ by: v.literal('mail'), address: mail }),
			v.object({ by: v.picklist(['webhook', 'slack']), address: url })
		]),
		v.object({
			kinds: v.pipe(v.array(v.picklist(alertKinds)), v.minLength(1)),
			sure: v.picklist(['clear', 'leaning']),
			locale: v.picklist(locales),
			quietFrom: hour,
			quietTo: hour
		})
	]),
	// one end alone says nothing
	v.check(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null))
);

/** A rule as pages and programs show it. */
export type AlertRuleRow = {
	id: number;
	kinds: string[];
	/** how sure one must be: `leaning` asks for at least 8 chances in 10, and holds `clear` */
	sure: 'clear' | 'leaning';
	by: 'mail' | 'webhook' | 'slack';
	/** an address; of a URL, which is a key to what it leads to, the host alone */
	to: string;
	locale: Locale;
	/** hours of the publication's day, 0..23; null for no quiet ones */
	quietFrom: number | null;
	quietTo: number | null;
	paused: boolean;
};

/** What became of an alert. Instants in UTC milliseconds. */
export type AlertRow = {
	id: number;
	ruleId: number;
	state: 'known' | 'waiting' | 'handing' | 'sent' | 'failed' | 'unsure';
	/** what the last try said */
	problem: string | null;
	createdAt: number;
	sentAt: number | null;
	/** what was told; null for a test */
	happening: Happening | null;
	to: string;
};

export type AlertFigures = {
	/** what holds at this moment, whether anybody is told or not */
	now: Happening[];
	rules: AlertRuleRow[];
	/** the latest first */
	told: AlertRow[];
};

const HISTORY = 100;

/** What holds now, who is told of what, and what became of it. */
export async function alertFigures(
	db: Db,
	publication: Publication,
	now: number
): Promise<AlertFigures> {
	const rules = await listAlertRules(db, publication.id);
	const latest = await latestAlerts(db, publication.id, HISTORY);
	return {
		now: await happenings(db, publication, now),
		rules: rules.map((rule) => ({
			id: rule.id,
			kinds: rule.kinds,
			sure: rule.sure,
			by: rule.by,
			locale: rule.locale,
			quietFrom: rule.quietFrom,
			quietTo: rule.quietTo,
			paused: rule.paused,
			to: shownAddress(rule)
		})),
		told: latest.map(({ alert, rule }) => ({
			id: alert.id,
			ruleId: alert.ruleId,
			state: alert.state,
			problem: alert.problem,
			createdAt: alert.createdAt,
			sentAt: alert.sentAt,
			happening: happeningOf(alert),
			to: shownAddress(rule)
		}))
	};
}

/** What an alert is of; null for a test. */
export function happeningOf({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): Happening | null {
	return kind === TEST ? null : (facts as Happening);
}

function shownAddress({ by, address }: Pick<AlertRule, 'by' | 'address'>): string {
	return by === 'mail' ? address : new URL(address).host;
}

/**
 * Has somebody told. What holds already is known: nothing of it is told.
 *
 * @param mails whether there is a mail server
 * @throws {Trouble} badAlert; noMailServer
 */
export async function addAlertRule(
	db: Db,
	{ id }: Publication,
	given: unknown,
	mails: boolean,
	actor: Actor
): Promise<number> {
	const read = v.safeParse(ruleSchema, given);
	if (!read.success) throw new Trouble('badAlert', {});
	const rule = read.output;
	if (rule.by === 'mail' && !mails) throw new Trouble('noMailServer', {});
	const kinds = alertKinds.filter((kind) => rule.kinds.includes(kind));
	return db.transaction(async (tx) => {
		const made = await insertAlertRule(tx, { ...rule, kinds, publicationId: id });
		const { address: _, ...kept } = rule;
		await recordAudit(tx, id, actor, 'alerts.made', { rule: made, ...kept });
		return made;
	});
}

/** Holds one up, or lets it go on: what happened meanwhile is not told. */
export async function pauseAlertRule(
	db: Db,
	publication: Publication,
	id: number,
	paused: boolean,
	actor: Actor
) {
	await ruleOf(db, publication, id);
	await db.transaction(async (tx) => {
		await changeAlertRule(tx, id, paused ? { paused } : { paused, since: null });
		await recordAudit(tx, publication.id, actor, 'alerts.paused', { rule: id, paused });
	});
}

/** Removes one with its history. */
export async function removeAlertRule(db: Db, publication: Publication, id: number, actor: Actor) {
	await ruleOf(db, publication, id);
	await db.transaction(async (tx) => {
		await deleteAlertRule(tx, id);
		await recordAudit(tx, publication.id, actor, 'alerts.removed', { rule: id });
	});
}

/** A kind that is none: it says that alerts arrive. */
const TEST = 'test';

/** Sends a test where a rule tells, at once, whatever its quiet hours. */
export async function testAlertRule(db: Db, publication: Publication, id: number, actor: Actor) {
	const rule = await ruleOf(db, publication, id);
	const news = { kind: TEST, subject: String(actor.now), at: null, facts: {} };
	return db.transaction((tx) => noteAlert(tx, rule, news, actor.now));
}

/** Tells again what failed, or of which nobody knows whether it arrived. */
export async function tellAlertAgain(db: Db, publication: Publication, rule: number, id: number) {
	if (!(await tellAgain(db, await ruleOf(db, publication, rule), id)))
		throw new Trouble('noSuchAlert', {});
}

async function ruleOf(db: Db, publication: Publication, id: number): Promise<AlertRule> {
	const rule = await findAlertRule(db, id, publication.id);
	if (!rule) throw new Trouble('noSuchAlert', {});
	return rule;
}
