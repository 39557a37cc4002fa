import type { Locale } from '#lib/locales.ts';
import { createHash } from 'node:crypto';
import { alertWords, type AlertWords } from '#lib/messages/alert-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { plainText } from '#lib/plain-text.ts';
import { publicationWithId, type Publication } from '../../figures/publications.ts';
import type { JobOutcome } from '../../store/jobs/claim.ts';
import type { Job } from '../../store/jobs/jobs.ts';
import {
	beginTelling,
	changeAlert,
	findAlert,
	findAlertRule,
	type Alert,
	type AlertRule
} from '../../store/reports/alerts.ts';
import type { Db } from '../../store/sql/open.ts';
import { escaped } from '../mail.ts';
import type { Failure } from '../mailer.ts';
import { later, type Outbox } from '../tries.ts';
import { happeningOf } from './rules.ts';

/** Tells one alert where its rule says. */
export async function tell(db: Db, job: Job, outbox: Outbox): Promise<JobOutcome> {
	const alert = await findAlert(db, Number(job.subject));
	const rule = alert && (await findAlertRule(db, alert.ruleId));
	const publication = rule && (await publicationWithId(db, rule.publicationId));
	if (!publication || alert.state === 'sent') return null;
	// whoever told it fell over: whether it arrived nobody knows
	if (alert.state === 'handing') {
		await changeAlert(db, alert.id, { state: 'unsure' });
		return { trouble: { code: 'alertUnsure', details: {} } };
	}

	// what cannot be worded is not begun to be told
	const hand = handing(publication, rule, alert, outbox);
	if (!(await beginTelling(db, alert.id, job))) return null;
	const failure = await hand();
	if (failure === null) {
		await changeAlert(db, alert.id, { state: 'sent', sentAt: outbox.now(), problem: null });
		return null;
	}
	const state = failure.unsure ? 'unsure' : 'failed';
	await changeAlert(db, alert.id, { state, problem: failure.problem });
	return later(job, failure, outbox.now());
}

/** How an alert is handed on, once: its words are made by now. */
function handing(
	publication: Publication,
	{ by, address, locale }: AlertRule,
	alert: Alert,
	{ mailer, webhook, address: ours }: Outbox
): () => Promise<Failure | null> {
	const said = { ...messageOf(publication, alert, locale, ours), locale };
	const id = createHash('sha256')
		.update(`alert ${publication.id} ${alert.id} ${alert.createdAt}`)
		.digest('hex')
		.slice(0, 32);
	if (by !== 'mail') {
		const body =
			by === 'slack'
				? { text: slackText(publication, said) }
				: jsonOf(publication, alert, said, id);
		return () => webhook.send(address, body, id);
	}
	const mail = mailOfAlert(publication, said);
	const noServer = { unsure: false, final: false, problem: 'SMTP_URL' };
	return async () => (mailer ? mailer.send(mail, address, id) : noServer);
}

type Said = AlertWords & { link: string | null; locale: Locale };

function messageOf(
	{ slug, name, zone }: Publication,
	alert: Alert,
	locale: Locale,
	ours: string | null
): Omit<Said, 'locale'> {
	const happening = happeningOf(alert);
	const path = happening?.path ?? '/alerts';
	return {
		...alertWords(happening, name, createFormats(locale, zone)),
		link: ours && `${ours}/p/${slug}${path}`
	};
}

/** What another program gets; documented in docs/api.md. */
function jsonOf({ slug, name }: Publication, alert: Alert, said: Said, id: string) {
	const happening = happeningOf(alert);
	return {
		id,
		publication: { slug, name },
		kind: happening?.kind ?? 'test',
		certainty: happening?.certainty ?? null,
		title: said.title,
		text: said.text,
		link: said.link,
		seenAt: new Date(alert.createdAt).toISOString(),
		facts: happening?.facts ?? {}
	};
}

/** As Slack reads it, and all that reads as Slack does. https://docs.slack.dev/messaging/formatting-message-text */
function slackText({ name }: Publication, { title, text, link }: Said): string {
	const plain = (words: string) =>
		plainText(words).replace(/[&<>]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt' }[sign]};`);
	// a star within would end what is bold
	const bold = plain(`${name} – ${title}`).replaceAll('*', '∗');
	return [`*${bold}*`, plain(text), ...(link ? [`<${link}>`] : [])].join('\n');
}

function mailOfAlert({ name }: Publication, { title, text, link, locale }: Said) {
	const p = (content: string) => `<p style="margin:0 0 12px">${content}</p>`;
	return {
		subject: plainText(`${name} – ${title}`).replace(/\s+/g, ' '),
		text: plainText([title, '', text, ...(link ? ['', link] : [])].join('\n')),
		html: [
			`<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
			'<body style="margin:0;padding:24px;background:#fff;color:#1f1c18;font:16px/24px Georgia,serif"><div style="max-width:640px">',
			`<h1 style="margin:0 0 8px;font:500 22px/27px Georgia,serif">${escaped(title)}</h1>`,
			p(escaped(text)),
			...(link ? [p(`<a href="${escaped(link)}">${escaped(link)}</a>`)] : []),
			'</div></body></html>'
		].join('\n'),
		attachments: []
	};
}
