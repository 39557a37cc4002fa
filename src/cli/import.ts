import { formats } from '#lib/messages/format.ts';
import { leftOutWords, troubleWords, words } from '#lib/messages/words.ts';
import { findPaths, importPaths } from '#lib/server/ingest/import-paths.ts';
import { describedIn } from '#lib/server/ingest/description.ts';
import { recover } from '#lib/server/ingest/inbox.ts';
import { publicationFor } from '#lib/server/ingest/publication.ts';
import type { Receipt } from '#lib/server/ingest/receipt.ts';
import { rejectFile } from '#lib/server/ingest/reject-file.ts';
import type { TroubleCode } from '#lib/trouble.ts';
import { table } from './answer.ts';
import type { Column } from './answer.ts';
import type { Call, Command } from './command.ts';
import { contextMaker, settling } from './context.ts';
import { mapOption, textOption, zoneOption } from './options.ts';

export const importCommand: Command = {
	name: 'import',
	args: 'PATH…',
	needs: 1,
	options: {
		publication: { type: 'string', value: 'NAME' },
		map: { type: 'string', value: 'FILE' },
		zone: { type: 'string', value: 'Europe/Paris' },
		complete: { type: 'boolean' },
		rejects: { type: 'string', value: 'FILE' }
	},

	async run(call) {
		const zone = zoneOption(call.options);
		const rejects = textOption(call.options, 'rejects');
		await findPaths(call.args.map(call.path));
		const db = await call.db();
		await recover(db, Date.now());
		// a single folder may say what it is
		const described = call.args.length === 1 ? await describedIn(call.path(call.args[0]!)) : null;
		const publication = await publicationFor(
			db,
			textOption(call.options, 'publication'),
			described,
			// said, and changed on the publication's page: the machine's own are never guessed from
			{ language: 'en', currency: 'EUR', zone: zone ?? 'UTC' },
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
				...(refused && { onReject: refused.add })
			});
			const receipts = await importPaths(
				begin(publication),
				call.args.map(call.path),
				settling(call)
			);
			return answerOf(receipts, call);
		} finally {
			await refused?.close();
		}
	}
};

function answerOf(receipts: Receipt[], { locale }: Call) {
	const say = formats(locale, 'UTC');
	const head = (key: string) => words(`cli.receipt.${key}`, {}, locale);
	const count = (key: 'rows' | 'accepted' | 'duplicate' | 'rejected' | 'skipped') => ({
		head: head(key),
		cell: (receipt: Receipt) => say.number(receipt[key]),
		right: true
	});
	const columns: Column<Receipt>[] = [
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
	const failed = receipts.filter(({ state }) => state === 'failed');

	return {
		json: receipts,
		lines: [
			...table(columns, receipts),
			...failed.map(({ file, trouble }) =>
				trouble
					? `${file}: ${troubleWords(trouble.code as TroubleCode, trouble.details, locale)}`
					: file
			),
			...gone
		],
		incomplete: failed.length > 0
	};
}
