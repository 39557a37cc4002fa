import { fallbackLocale } from '#lib/locales.ts';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { createFormats } from '#lib/messages/format.ts';
import type { DoubtCode } from '#lib/providers/reading-card.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { leftOutWords } from '#lib/messages/left-out-words.ts';
import { words } from '#lib/messages/words.ts';
import { findPaths, importPaths } from '#lib/server/ingest/files/import-paths.ts';
import { isMoney, withMoney, type OpenMoney } from '#lib/server/figures/money/with-money.ts';
import { declareBeside } from '#lib/server/ingest/questions/declare-beside.ts';
import { describedIn } from '#lib/server/ingest/files/description.ts';
import { recover } from '#lib/server/ingest/files/inbox.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import type { Receipt } from '#lib/server/ingest/files/receipt.ts';
import { rejectFile } from '#lib/server/ingest/files/reject-file.ts';
import type { TroubleCode } from '#lib/trouble.ts';
import { spoolFolder } from '#lib/server/ingest/files/spool-room.ts';
import { table, type TerminalColumn } from './answer.ts';
import type { Call, Command } from './command.ts';
import { contextMaker, settling } from './context.ts';
import { doubtLines } from './card-lines.ts';
import { textOption, zoneOption } from './options.ts';
import { aboutOption, mapOption } from './reading-options.ts';

/** Takes files in, and says what became of each. */
export const importCommand: Command = {
	name: 'import',
	args: 'PATH…',
	needs: 1,
	options: {
		publication: { type: 'string', value: 'NAME' },
		map: { type: 'string', value: 'FILE' },
		kind: { type: 'string', value: 'KIND' },
		order: { type: 'string', value: 'dmy|mdy' },
		zone: { type: 'string', value: 'Europe/Paris' },
		campaign: { type: 'string', value: 'NAME' },
		yes: { type: 'boolean' },
		complete: { type: 'boolean' },
		'own-account': { type: 'boolean' },
		'same-spend': { type: 'boolean' },
		rejects: { type: 'string', value: 'FILE' }
	},

	async run(call) {
		const zone = zoneOption(call.options);
		const about = aboutOption(call.options);
		const rejects = textOption(call.options, 'rejects');
		await findPaths(call.args.map(call.path));
		const db = await call.db();
		await recover(db, Date.now(), settling(call));
		// a single folder may say what it is
		const described = call.args.length === 1 ? await describedIn(call.path(call.args[0]!)) : null;
		const publication = await publicationFor(
			db,
			textOption(call.options, 'publication'),
			described,
			// said, and changed on the publication's page: the machine's own are never guessed from
			{ language: fallbackLocale, currency: 'EUR', zone: zone ?? 'UTC' },
			Date.now(),
			({ slug, language, currency, zone }) =>
				call.talk(words('cli.made', { slug, language, currency, zone }, call.locale))
		);

		const refused = rejects === null ? null : rejectFile(call.path(rejects));
		try {
			const begin = await contextMaker(call, {
				zone,
				map: await mapOption(call),
				complete: call.options.complete === true || (described?.complete ?? false),
				again: true,
				about,
				spool: spoolFolder(call.settings.data),
				...(refused && { onReject: refused.add })
			});
			const receipts = await importPaths(
				begin(publication),
				call.args.map(call.path),
				settling(call)
			);
			const { 'own-account': adds, 'same-spend': replaces } = call.options;
			const answer = adds === true ? true : replaces === true ? false : null;
			if (answer !== null)
				for (const { id } of receipts.filter(isMoney))
					await declareBeside(db, publication, id, answer, { by: null, now: Date.now() });
			const withAmounts = await withMoney(db, publication, receipts);
			return answerOf(withAmounts, call);
		} finally {
			await refused?.close();
		}
	}
};

/** What is asked of a file, and the flags that answer it. */
function questionLines({ file, doubts }: Receipt, locale: Locale): string[] {
	const waiting = doubts.filter(({ waits }) => waits);
	const flags = [...new Set(waiting.flatMap(({ code }) => flagsOf[code] ?? ['map']))];
	return [
		'',
		`${file}:`,
		...doubtLines(waiting, locale).slice(1),
		words(
			'cli.import.answer',
			{ flags: [...flags, 'yes'].map((flag) => `--${flag}`).join(', ') },
			locale
		)
	];
}

/** The options that answer a doubt. */
const flagsOf: Partial<Record<DoubtCode, string[]>> = {
	kindGuessed: ['kind', 'map'],
	kindUnknown: ['map'],
	datesUnread: ['map'],
	orderAmbiguous: ['order'],
	zoneUnknown: ['zone'],
	zonesDiffer: ['zone'],
	namedTwice: ['map'],
	otherAddress: ['map'],
	campaignTwice: ['map'],
	// no mapping leaves a table out
	tablesRepeat: [],
	noCampaign: ['campaign']
};

function answerOf(receipts: (Receipt & { money: OpenMoney[] })[], { locale }: Call) {
	const formats = createFormats(locale, 'UTC');
	const head = (key: string) => words(`cli.receipt.${key}`, {}, locale);
	const count = (key: 'rows' | 'accepted' | 'duplicate' | 'rejected' | 'skipped') => ({
		head: head(key),
		cell: (receipt: Receipt) => formats.number(receipt[key]),
		right: true
	});
	const columns: TerminalColumn<Receipt>[] = [
		{ head: '#', cell: ({ id }) => String(id), right: true },
		{ head: head('file'), cell: ({ file }) => file },
		{ head: head('state'), cell: ({ state }) => words(`state.${state}`, {}, locale) },
		{ head: head('kind'), cell: ({ kind }) => (kind ? words(`kind.${kind}`, {}, locale) : '–') },
		count('rows'),
		count('accepted'),
		count('duplicate'),
		count('rejected'),
		count('skipped')
	];
	const gone = receipts.flatMap(({ file, leftOut }) => {
		const said = leftOut && leftOutWords(leftOut, locale);
		return said ? [`${file}: ${said}`] : [];
	});
	const revising = receipts.flatMap(({ file, money }) =>
		money.map(({ n, code }) =>
			words(`cli.import.${code}`, { file, n, count: formats.number(n) }, locale)
		)
	);
	const held = receipts.filter(({ money }) => money.some(({ code }) => code === 'held'));
	const failed = receipts.filter(({ state }) => state === 'failed');
	const asked = receipts.filter(({ state }) => state === 'question');

	return {
		json: receipts,
		lines: [
			...table(columns, receipts),
			...failed.map(({ file, trouble }) =>
				trouble
					? `${file}: ${troubleWords(trouble.code as TroubleCode, trouble.details, locale)}`
					: file
			),
			...asked.flatMap((receipt) => questionLines(receipt, locale)),
			...revising,
			...gone
		],
		incomplete: failed.length + asked.length + held.length > 0
	};
}
