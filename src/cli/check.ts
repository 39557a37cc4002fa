import { formats } from '#lib/messages/format.ts';
import { rejectWords, words } from '#lib/messages/words.ts';
import { checkFile } from '#lib/server/ingest/read.ts';
import { table } from './answer.ts';
import type { Command } from './command.ts';

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

	async run({ args: [file = ''], options, path, locale }) {
		const { map, zone } = options;
		const found = await checkFile(path(file), {
			map: typeof map === 'string' ? path(map) : null,
			zone: typeof zone === 'string' ? zone : null
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
