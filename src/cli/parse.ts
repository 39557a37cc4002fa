import { leftOutWords, words } from '#lib/messages/words.ts';
import { readDocument } from '#lib/server/ingest/read.ts';
import type { Command } from './command.ts';

export const parse: Command = {
	name: 'parse',
	args: 'FILE',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [file = ''], path, locale, talk }) {
		const { document, leftOut } = await readDocument(path(file));
		const { title, number, date, authors, sections, otherLinks } = document;
		const gone = leftOutWords(leftOut, locale);
		if (gone) talk(gone);

		return {
			json: {
				title,
				number,
				date,
				authors,
				sections: sections.map((section) => ({
					title: section.title,
					items: section.items.map((item) => ({
						title: item.title,
						role: item.role,
						authors: item.authors,
						links: item.links.map(({ url, target, text }) => ({ url, target, text }))
					}))
				})),
				otherLinks: otherLinks.map(({ url, target, text, role }) => ({ url, target, text, role })),
				leftOut
			},
			lines: [
				[title ?? words('cli.untitled', {}, locale), number, date].filter(Boolean).join(' · '),
				...sections.flatMap((section) => [
					'',
					section.title ?? '–',
					...section.items.flatMap((item) => [
						`  ${item.title}${item.role === 'editorial' ? '' : ` (${item.role})`}`,
						...item.links.map(({ target }) => `    ${target}`)
					])
				]),
				'',
				...otherLinks.map(({ role, target }) => `${role}: ${target}`)
			]
		};
	}
};
