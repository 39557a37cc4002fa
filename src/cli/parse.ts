import { leftOutWords, troubleWords, words } from '#lib/messages/words.ts';
import { holdsSeveral, readDocuments } from '#lib/server/ingest/read-documents.ts';
import { readDocument } from '#lib/server/ingest/read.ts';
import type { Command } from './command.ts';

type Read = Awaited<ReturnType<typeof readDocument>>;

export const parse: Command = {
	name: 'parse',
	args: 'PATH',
	needs: 1,
	takes: 1,
	options: {},

	async run({ args: [given = ''], path, locale, talk }) {
		const from = path(given);
		if (!(await holdsSeveral(from))) {
			const read = await readDocument(from);
			const gone = leftOutWords(read.leftOut, locale);
			if (gone) talk(gone);
			return { json: told(read), lines: shown(read, locale) };
		}

		const files = await readDocuments(from);
		return {
			json: files.map(({ name, ...read }) =>
				'trouble' in read
					? { file: name, trouble: read.trouble.code }
					: { file: name, ...told(read) }
			),
			lines: files.flatMap(({ name, ...read }, i) => [
				...(i ? [''] : []),
				`== ${name}`,
				...('trouble' in read
					? [troubleWords(read.trouble.code, read.trouble.details, locale)]
					: [
							...shown(read, locale),
							...[leftOutWords(read.leftOut, locale)].filter((gone) => gone !== null)
						])
			]),
			incomplete: files.some((file) => 'trouble' in file)
		};
	}
};

/** What a program is told of a document. */
function told({ document, leftOut }: Read) {
	const { title, number, date, sections, otherLinks } = document;
	return {
		title,
		number,
		date,
		sections: sections.map((section) => ({
			title: section.title,
			items: section.items.map((item) => ({
				title: item.title,
				role: item.role,
				links: item.links.map(({ url, target, text }) => ({ url, target, text }))
			}))
		})),
		otherLinks: otherLinks.map(({ url, target, text, role }) => ({ url, target, text, role })),
		leftOut
	};
}

/** What a person sees of it. */
function shown({ document }: Read, locale: Parameters<typeof words>[2]): string[] {
	const { title, number, date, sections, otherLinks } = document;
	return [
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
	];
}
