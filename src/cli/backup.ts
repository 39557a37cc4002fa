import { words } from '#lib/messages/words.ts';
import { backup as writeBackup } from '#lib/server/upkeep/backup.ts';
import type { Command } from './command.ts';

export const backup: Command = {
	name: 'backup',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [file = ''], settings, locale, ...call }) {
		await writeBackup(await call.db(), settings, call.path(file), Date.now());
		const withKey = settings.readerKey === undefined;
		return {
			json: { file, key: withKey },
			lines: [words(withKey ? 'cli.backup.done' : 'cli.backup.withoutKey', { file }, locale)]
		};
	}
};
