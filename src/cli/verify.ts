import { words } from '#lib/messages/words.ts';
import { verify as verifyAll } from '#lib/server/derive/verify.ts';
import type { Command } from './command.ts';

export const verify: Command = {
	name: 'verify',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run({ db, locale }) {
		const found = await verifyAll(await db());

		return {
			json: found,
			lines: [
				...found.differences.map(
					({ publication, issue, what, stored, found }) =>
						`${publication} ${issue} ${what}: ${stored.slice(0, 200)} ≠ ${found.slice(0, 200)}`
				),
				words('cli.verified', { issues: found.issues, n: found.differences.length }, locale)
			],
			incomplete: found.differences.length > 0
		};
	}
};
