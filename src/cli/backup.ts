import { existsSync } from 'node:fs';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { recordExport } from '#lib/server/access/audit.ts';
import { backup as writeBackup } from '#lib/server/upkeep/backup.ts';
import type { Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { drill } from './drill.ts';

/** Copies all data into a file that a person keeps elsewhere. */
export const backup: Command = {
	name: 'backup',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: { verify: { type: 'boolean', about: 'verifyBackup' } },

	async run(call) {
		const { args, settings, options, locale, path } = call;
		const [file = ''] = args;
		// one that is there already is tried, and never written over
		if (options.verify === true && existsSync(path(file))) return tried(call, file, {});

		const db = await call.db();
		await writeBackup(db, settings, path(file), Date.now());
		await recordExport(db, null, 'exports.backup', {}, Date.now());
		const withKey = settings.readerKey === undefined;
		const done = words(withKey ? 'cli.backup.done' : 'cli.backup.withoutKey', { file }, locale);
		if (options.verify === true) return tried(call, file, { key: withKey }, [done]);
		return { json: { file, key: withKey }, lines: [done] };
	}
};

/** Restores it beside, and says what that came to. */
async function tried(
	{ settings, locale, path, talk }: Call,
	file: string,
	json: object,
	lines: readonly string[] = []
): Promise<Answer> {
	talk(words('cli.backup.trying', {}, locale));
	const verified = await drill(settings, path(file), Date.now());
	const { madeAt, publications, issues, differences } = verified;
	const at = createFormats(locale, 'UTC').instant(madeAt);
	const note = words(
		differences === 0 ? 'cli.backup.verified' : 'cli.backup.differs',
		{ file, at, publications, issues, differences },
		locale
	);
	return {
		json: { file, ...json, verified },
		lines: [...lines, note],
		incomplete: differences > 0
	};
}
