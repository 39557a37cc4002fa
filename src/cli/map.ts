import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { exampleMap } from '#lib/server/ingest/questions/example-map.ts';
import type { Command } from './command.ts';
import { zoneOption } from './options.ts';
import { aboutOption } from './reading-options.ts';

/** Writes the mapping of a file’s columns, to be changed and given to an import. */
export const map: Command = {
	name: 'map',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {
		example: { type: 'boolean' },
		kind: { type: 'string', value: 'KIND' },
		order: { type: 'string', value: 'dmy|mdy' },
		zone: { type: 'string', value: 'Europe/Paris' }
	},

	async run({ args, options, path, locale }) {
		const formats = createFormats(locale, 'UTC');
		const list = (names: readonly string[]) => names.map((name) => formats.quote(name)).join(', ');
		const how = {
			map: null,
			zone: zoneOption(options),
			now: Date.now(),
			about: aboutOption(options)
		};
		const example = await exampleMap(path(args[0] ?? ''), how, (card, kinds) => {
			const asked = Object.values(card.words).flatMap((read) =>
				read.filter(({ means }) => means === null).map(({ word }) => word)
			);
			const remark = (name: string, details: Record<string, string> = {}) =>
				words(`cli.map.${name}`, details, locale);
			return {
				file: remark('file', { file: args[0] ?? '' }),
				kinds: remark('kinds', { kinds: kinds.join(', ') }),
				columns: remark('columns'),
				unused: remark('unused', { columns: list(card.unused) }),
				zone: remark('zone'),
				words: remark('words', { words: list(asked) })
			};
		});
		return { json: example, lines: JSON.stringify(example, null, '\t').split('\n') };
	}
};
