import { words } from '#lib/messages/words.ts';
import { verify as verifyAll } from '#lib/server/derive/verify.ts';
import type { Command } from './command.ts';

/** Compares what is derived with what it is derived from. */
export const verify: Command = {
	name: 'verify',
	args: '',
	needs: 0,
	takes: 0,
	options: {},

	async run({ db, locale }) {
		const result = await verifyAll(await db());

		return {
			json: result,
			lines: [
				...result.differences.map(
					({ publication, issue, what, stored, found }) =>
						`${publication} ${issue} ${what}: ${stored.slice(0, 200)} ≠ ${found.slice(0, 200)}`
				),
				words('cli.verified', { issues: result.issues, n: result.differences.length }, locale)
			],
			incomplete: result.differences.length > 0
		};
	}
};
