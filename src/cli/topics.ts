import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { renderTable } from '#lib/columns/render-table.ts';
import {
	agreementBandTable,
	agreementTopicTable
} from '#lib/columns/tables/suggestion-agreement.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { createFormats } from '#lib/messages/format.ts';
import { words } from '#lib/messages/words.ts';
import { addPack, keepTopics } from '#lib/server/editing/own-topics.ts';
import { suggestionAgreement } from '#lib/server/figures/content/suggestion-agreement.ts';
import { topicProposals, type ProposedTopic } from '#lib/server/figures/content/topic-proposals.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { Trouble } from '#lib/trouble.ts';
import { table, type Answer } from './answer.ts';
import type { Call, Command } from './command.ts';
import { figureCommand, renderedLines, numberWords } from './figures.ts';
import { keyNotes } from './key-notes.ts';
import { textOption } from './options.ts';

const figure = figureCommand({
	name: 'topics',
	ask: topicFigures,
	rows: ({ topics }) => topics,
	table: topicTable,
	footnotes: (figures, { filters, publication, formats }) => {
		const suggested = figures.topics.filter(({ suggested }) => suggested);
		const names = suggested.map(({ topic }) => topic).join(', ');
		const { length: n } = suggested;
		return [
			...(n ? [words('cli.topics.suggested', { n, names }, formats.locale)] : []),
			...keyNotes(figures, filters, publication, formats, figures.topics)
		];
	}
});

/** What a file of topics to keep holds: as `--propose --json` prints them, or names and words alone. */
const Kept = v.array(
	v.object({
		name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
		words: v.optional(
			v.array(
				v.union([
					v.string(),
					v.pipe(
						v.object({ word: v.string() }),
						v.transform(({ word }) => word)
					)
				])
			),
			[]
		),
		id: v.optional(v.nullable(v.number()), null)
	})
);

/** The topics with their figures; those that the publication's own words propose, and keeping them. */
export const topics: Command = {
	...figure,
	args: '[propose | agreement]',
	takes: 1,
	options: {
		...figure.options,
		propose: { type: 'boolean' },
		keep: { type: 'string', value: 'FILE', about: 'keepTopics' },
		pack: { type: 'string', value: 'NAME' }
	},

	async run(call) {
		const { args, options } = call;
		const [verb] = args;
		if (verb === 'agreement') return agreement(call);
		if (verb !== undefined && verb !== 'propose')
			throw new Trouble('badChoice', { given: verb.slice(0, 40), known: 'propose, agreement' });
		const [keep, pack] = [textOption(options, 'keep'), textOption(options, 'pack')];
		if (keep !== null || pack !== null) return change(call, keep, pack);
		return verb === 'propose' || options.propose === true ? propose(call) : figure.run(call);
	}
};

async function change(
	call: Call,
	file: string | null,
	pack: string | null
): Promise<Answer | null> {
	const { options, locale } = call;
	const db = await call.db();
	const publication = await publicationMeant(db, textOption(options, 'publication'));
	const actor = { by: null, now: Date.now() };
	if (pack !== null) await addPack(db, publication, pack, actor);
	if (file !== null) {
		const kept = await keptIn(call, file);
		const changed = kept.map(({ id, ...topic }) => ({ ...topic, ids: id === null ? [] : [id] }));
		await keepTopics(db, publication, changed, actor);
		call.talk(words('cli.topics.kept', { n: kept.length }, locale));
	}
	return null;
}

async function keptIn({ path }: Call, given: string) {
	const text = await readFile(path(given), 'utf8').catch(() => {
		throw new Trouble('fileMissing', { file: given });
	});
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		throw new Trouble('topicsUnreadable', { file: given });
	}
	const read = v.safeParse(Kept, json);
	if (!read.success) throw new Trouble('topicsUnreadable', { file: given });
	return read.output;
}

/** How suggestions agree with the editor: by how sure they were, and by topic. */
async function agreement(call: Call): Promise<Answer> {
	const db = await call.db();
	const publication = await publicationMeant(db, textOption(call.options, 'publication'));
	const result = await suggestionAgreement(db, publication);
	const formats = createFormats(call.locale, publication.zone);
	return {
		json: result,
		lines: result.all
			? [
					...renderedLines(renderTable(agreementBandTable, 'terminal', result.bands, formats)),
					'',
					...renderedLines(renderTable(agreementTopicTable, 'terminal', result.topics, formats))
				]
			: [words('agreement.none', {}, call.locale)]
	};
}

async function propose(call: Call): Promise<Answer> {
	const db = await call.db();
	const publication = await publicationMeant(db, textOption(call.options, 'publication'));
	const { proposals, items, without } = await topicProposals(db, publication);
	const { head, number, rate } = numberWords(call, publication.zone);
	return {
		json: proposals,
		lines: table<ProposedTopic>(
			[
				{ head: head('topic'), cell: ({ name }) => name },
				{ head: head('items'), cell: (row) => number(row.items), right: true },
				{ head: head('stability'), cell: (row) => rate(row.stability), right: true },
				{
					head: head('words'),
					cell: (row) =>
						row.words
							.slice(0, 6)
							.map(({ word }) => word)
							.join(', ')
				},
				{ head: head('example'), cell: ({ examples: [first] }) => first?.title ?? '' }
			],
			proposals
		),
		notes: [words('cli.topics.proposed', { n: proposals.length, items, without }, call.locale)]
	};
}
