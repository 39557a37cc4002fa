import { createFormats } from '#lib/messages/format.ts';
import { suggestForFile } from '#lib/server/ingest/reading/read.ts';
import { becauseWords } from '#lib/messages/because-words.ts';
import type { Command } from './command.ts';

/** Suggests topics for the items of an issue in a file; nothing is stored. */
export const suggest: Command = {
	name: 'suggest',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [file = ''], path, locale }) {
		const suggested = await suggestForFile(path(file));
		const formats = createFormats(locale, 'UTC');

		return {
			json: suggested,
			lines: suggested.flatMap(({ item, topics }) => [
				item,
				...topics.map(
					({ topic, confidence, because }) =>
						`  ${topic} ${formats.share(confidence)} (${becauseWords(because, locale)})`
				)
			])
		};
	}
};
