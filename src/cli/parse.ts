import { troubleWords } from '#lib/messages/trouble-words.ts';
import { leftOutWords } from '#lib/messages/left-out-words.ts';
import { words } from '#lib/messages/words.ts';
import { holdsSeveral, readDocuments } from '#lib/server/ingest/files/read-documents.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { readAsIssueOf, readByItself } from '#lib/server/ingest/read-as-issue.ts';
import type { Confidence } from '#lib/issue/template/doubt.ts';
import type { ExplainedBlock } from '#lib/issue/explain.ts';
import type { ReadDocument } from '#lib/issue/read-issue.ts';
import type { Call, Command } from './command.ts';
import { textOption } from './options.ts';

type Read = ReadDocument & Confidence;

/** Reads an issue, or a folder of them, into sections, items and links; nothing is stored. */
export const parse: Command = {
	name: 'parse',
	args: 'PATH',
	needs: 1,
	takes: 1,
	options: {
		explain: { type: 'boolean' },
		publication: { type: 'string', value: 'NAME' }
	},

	async run({ args: [given = ''], options, path, db, locale, talk }) {
		const from = path(given);
		const blocks = options.explain === true;
		if (!(await holdsSeveral(from))) {
			const read = await readOne(from, textOption(options, 'publication'), db);
			const gone = leftOutWords(read.leftOut, locale);
			if (gone) talk(gone);
			return { json: asJson(read, blocks), lines: shown(read, blocks, locale) };
		}

		const files = await readDocuments(from);
		return {
			json: files.map(({ name, ...read }) =>
				'trouble' in read
					? { file: name, trouble: read.trouble.code }
					: { file: name, ...asJson(read, blocks) }
			),
			lines: files.flatMap(({ name, ...read }, i) => [
				...(i ? [''] : []),
				`== ${name}`,
				...('trouble' in read
					? [troubleWords(read.trouble.code, read.trouble.details, locale)]
					: [
							...shown(read, blocks, locale),
							...[leftOutWords(read.leftOut, locale)].filter((gone) => gone !== null)
						])
			]),
			incomplete: files.some((file) => 'trouble' in file)
		};
	}
};

/** One document by itself, or as an issue of a publication, by what is usual there. */
async function readOne(from: string, slug: string | null, db: Call['db']): Promise<Read> {
	if (slug === null) return readByItself(from);
	const open = await db();
	return readAsIssueOf(open, await publicationMeant(open, slug), from);
}

/** What a program is told of a document. */
function asJson({ document, leftOut, confidence, doubts, explained }: Read, blocks: boolean) {
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
		leftOut,
		confidence,
		doubts,
		...(blocks && { blocks: explained() })
	};
}

/** What a person sees of it. */
function shown(
	{ document, doubts, explained }: Read,
	blocks: boolean,
	locale: Parameters<typeof words>[2]
): string[] {
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
		...otherLinks.map(({ role, target }) => `${role}: ${target}`),
		...doubts.map(({ code }) => words(`issueDoubt.${code}`, {}, locale)),
		...(blocks ? ['', ...explained().map((block) => blockLine(block, locale))] : [])
	];
}

function blockLine(
	{ text, as, because, item }: ExplainedBlock,
	locale: Parameters<typeof words>[2]
): string {
	const what = words(`block.${as}`, {}, locale);
	const why = words(`because.${because}`, {}, locale);
	return `${what}${item === null ? '' : ` ${item}`} · ${why} · ${text}`;
}
