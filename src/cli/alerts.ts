import { locales } from '#lib/locales.ts';
import { alertWords } from '#lib/messages/alert-words.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { alertKinds } from '#lib/server/alerts/happenings.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import {
	addAlertRule,
	alertFigures,
	pauseAlertRule,
	removeAlertRule,
	testAlertRule
} from '#lib/server/mail/alerts/rules.ts';
import { Trouble } from '#lib/trouble.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { textOption } from './options.ts';

/** What deserves attention now, who is told of it, and what was sent. */
export const alerts: Command = {
	name: 'alerts',
	args: '[add | test N | pause N | resume N | remove N]',
	needs: 0,
	takes: 2,
	options: {
		publication: { type: 'string', value: 'NAME' },
		to: { type: 'string', value: 'ADDRESS', about: 'alertTo' },
		by: { type: 'string', value: 'mail|webhook|slack', about: 'alertBy' },
		kinds: { type: 'string', value: alertKinds.join(','), about: 'alertKinds' },
		sure: { type: 'string', value: 'clear|leaning' },
		quiet: { type: 'string', value: '22-7' },
		language: { type: 'string', value: locales.join('|'), about: 'alertLanguage' }
	},

	async run(call) {
		const [verb, number] = call.args;
		const db = await call.db();
		const publication = await publicationMeant(db, textOption(call.options, 'publication'));
		if (verb === undefined) return listed(call, publication);
		if (verb === 'add' && number === undefined) return added(call, publication);

		if (!/^[1-9]\d{0,8}$/.test(number ?? ''))
			throw new Trouble('badNumber', { given: number ?? '' });
		const id = Number(number);
		const actor = { by: null, now: Date.now() };
		if (verb === 'test') await testAlertRule(db, publication, id, actor);
		else if (verb === 'remove') await removeAlertRule(db, publication, id, actor);
		else if (verb === 'pause' || verb === 'resume')
			await pauseAlertRule(db, publication, id, verb === 'pause', actor);
		else throw new Trouble('badChoice', { given: verb, known: alerts.args });
		return { json: { id }, lines: [words(said[verb], { id }, call.locale)] };
	}
};

const said = {
	test: 'cli.alerts.testing',
	pause: 'cli.alerts.changed',
	resume: 'cli.alerts.changed',
	remove: 'cli.alerts.removed'
};

async function added(call: Call, publication: Publication): Promise<Answer> {
	const { options, locale, settings } = call;
	const [quietFrom, quietTo] = quietHours(textOption(options, 'quiet'));
	const address = textOption(options, 'to') ?? '';
	const given = {
		address,
		by: textOption(options, 'by') ?? (address.includes('://') ? 'webhook' : 'mail'),
		kinds: textOption(options, 'kinds')?.split(',') ?? alertKinds,
		sure: textOption(options, 'sure') ?? 'clear',
		locale: textOption(options, 'language') ?? publication.language,
		quietFrom,
		quietTo
	};
	const mails = settings.smtpUrl !== undefined;
	const actor = { by: null, now: Date.now() };
	const id = await addAlertRule(await call.db(), publication, given, mails, actor);
	return { json: { id }, lines: [words('cli.alerts.added', { id }, locale)] };
}

function quietHours(given: string | null): [number | null, number | null] {
	if (given === null) return [null, null];
	const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(given) ?? [];
	if (from === undefined || to === undefined) throw new Trouble('badNumber', { given });
	return [Number(from), Number(to)];
}

async function listed(call: Call, publication: Publication): Promise<Answer> {
	const { locale } = call;
	const figures = await alertFigures(await call.db(), publication, Date.now());
	const formats = createFormats(locale, publication.zone);
	const line = (one: Parameters<typeof alertWords>[0]) => {
		const { title, text } = alertWords(one, publication.name, formats);
		return `${title}. ${text}`;
	};
	return {
		json: figures,
		lines: figures.now.length ? figures.now.map(line) : [words('alerts.now.none', {}, locale)],
		notes: [
			...figures.rules.map((rule) =>
				words(
					'cli.alerts.rule',
					{
						id: rule.id,
						by: words(`alerts.by.${rule.by}`, {}, locale),
						to: rule.to,
						kinds: rule.kinds.map((kind) => words(`alerts.kind.${kind}`, {}, locale)).join(', '),
						sure: rule.paused
							? words('alerts.rule.paused', {}, locale)
							: words(`alerts.rule.sure.${rule.sure}`, {}, locale)
					},
					locale
				)
			),
			...figures.told.map(
				({ createdAt, state, happening }) =>
					`${formats.instant(createdAt)} · ${words(`alert.state.${state}`, {}, locale)} · ${alertWords(happening, publication.name, formats).title}`
			)
		]
	};
}
