import { formats } from '#lib/messages/format.ts';
import { rejectWords, words } from '#lib/messages/words.ts';
import { checkFile } from '#lib/server/ingest/read.ts';
import { table } from './answer.ts';
import type { Command } from './command.ts';
import { mapOption, zoneOption } from './options.ts';

/** Refused rows that a person is shown one by one. */
const SHOWN = 20;

export const check: Command = {
	name: 'check',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {
		map: { type: 'string', value: 'FILE' },
		zone: { type: 'string', value: 'Europe/Paris' }
	},

	async run(call) {
		const { args, options, path, locale } = call;
		const found = await checkFile(path(args[0] ?? ''), {
			map: await mapOption(call),
			zone: zoneOption(options)
		});
		const say = formats(locale, 'UTC');
		const facts: [string, string][] = [
			['encoding', found.encoding],
			['delimiter', JSON.stringify(found.delimiter)],
			['provider', found.provider],
			['kind', words(`kind.${found.kind}`, {}, locale)],
			['dates', [found.dates.format, found.dates.zone].filter(Boolean).join(', ') || '–'],
			['rows', say.number(found.rows)],
			['accepted', say.number(found.accepted)],
			['rejected', say.number(found.rejected.length)]
		];

		return {
			json: found,
			lines: [
				...table(
					[
						{ head: '', cell: ([name]) => words(`cli.check.${name}`, {}, locale) },
						{ head: '', cell: ([, value]) => value }
					],
					facts
				).slice(1),
				'',
				...table(
					[
						{ head: words('cli.check.role', {}, locale), cell: ([role]) => role },
						{ head: words('cli.check.column', {}, locale), cell: ([, header]) => header }
					],
					Object.entries(found.columns)
				),
				'',
				...found.rejected
					.slice(0, SHOWN)
					.map(({ row, code }) => `${say.number(row)}: ${rejectWords(code, locale)}`)
			]
		};
	}
};
