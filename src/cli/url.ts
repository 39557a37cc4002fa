import { readLinks } from '#lib/server/ingest/reading/read.ts';
import type { Command } from './command.ts';

/** Says where a link leads, and which page that is. */
export const url: Command = {
	name: 'url',
	args: 'URL…',
	needs: 1,
	options: {},

	async run({ args }) {
		const links = readLinks(args);

		return {
			json: links,
			lines: links.flatMap(({ input, target, canonical, wrapper }) => [
				input,
				`  → ${target}${wrapper ? ` (${wrapper})` : ''}`,
				`  = ${canonical ?? '–'}`
			])
		};
	}
};
