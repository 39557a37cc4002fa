import { beforeAll, expect, test } from 'vitest';
import { openApi } from '../../src/routes/api/openapi.ts';
import { readQuery } from '../../src/routes/api/query.ts';
import { audience as audienceCommand } from '../../src/cli/audience.ts';
import { authors as authorsCommand } from '../../src/cli/authors.ts';
import { channels as channelsCommand } from '../../src/cli/channels.ts';
import type { Call, Command } from '../../src/cli/command.ts';
import { issues as issuesCommand } from '../../src/cli/issues.ts';
import { items as itemsCommand } from '../../src/cli/items.ts';
import { report as reportCommand } from '../../src/cli/report.ts';
import { sections as sectionsCommand } from '../../src/cli/sections.ts';
import { sponsors as sponsorsCommand } from '../../src/cli/sponsors.ts';
import { tastes as tastesCommand } from '../../src/cli/tastes.ts';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import { verdicts as verdictsCommand } from '../../src/cli/verdicts.ts';
import { everything, type FilterName, filterRecords, type Filters } from '#lib/filters/filters.ts';
import { holding, idleIn, partsOf } from '#lib/filters/narrowing.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { authorFigures } from '#lib/server/figures/content/authors.ts';
import { channelFigures } from '#lib/server/figures/money/channels.ts';
import { filterChoices } from '#lib/server/figures/choices.ts';
import { editorialFigures } from '#lib/server/figures/money/editorial.ts';
import { issueListFigures } from '#lib/server/figures/content/issues.ts';
import { itemFigures } from '#lib/server/figures/content/items.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { sponsorFigures } from '#lib/server/figures/sponsors/sponsors.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { unappliedWords } from '#lib/messages/filter-words.ts';
import { audienceNotes } from '#lib/messages/audience-notes.ts';
import { channelNotes, sponsorNotes } from '#lib/messages/money-notes.ts';
import { createFormats } from '#lib/messages/format.ts';
import { publicationMeant } from '#lib/server/ingest/publication.ts';
import { reportFile } from '#lib/server/report/files.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { kindsDue } from '#lib/report-kinds.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import type { Publication } from '#lib/server/store/publications.ts';
import { newWorkspace } from './publication.ts';
import { sampleDatabase } from './sample-database.ts';
import { readWorkbook } from './workbook.ts';

const NOW = Date.parse('2026-11-27T20:00:00Z');

let sample: Awaited<ReturnType<typeof sampleDatabase>>;
let publication: Publication;
let chosen: Record<FilterName, Partial<Filters>>;

beforeAll(async () => {
	sample = await sampleDatabase();
	publication = await publicationMeant(sample.db, 'sample');
	const { sections, topics, issues } = await filterChoices(sample.db, publication);
	const { channels } = await channelFigures(sample.db, publication, everything, NOW);
	chosen = {
		from: { from: '2026-06-01' },
		to: { to: '2026-06-30' },
		last: { last: 5 },
		section: { sections: [sections[0]!.id] },
		topic: { topics: [topics[0]!.id] },
		// nobody signs the sample's items
		author: { authors: ['Ana Mar'] },
		issue: { issue: issues[3]!.id },
		role: { role: 'sponsor' },
		channel: { channel: channels[0]!.channel },
		window: { window: 30 },
		compare: { compare: 'year' }
	};
	return sample.close;
});

type Ask = (db: Db, publication: Publication, filters: Filters, now: number) => Promise<unknown>;

const figures = {
	overview: overviewFigures,
	topics: topicFigures,
	tastes: topicReaderFigures,
	items: itemFigures,
	positions: async (...[db, publication, filters]) =>
		(await itemFigures(db, publication, filters)).positions,
	sections: sectionFigures,
	authors: authorFigures,
	issues: issueListFigures,
	audience: audienceFigures,
	channels: channelFigures,
	sponsors: sponsorFigures,
	editorial: editorialFigures,
	verdicts: verdictFigures
} satisfies Record<string, Ask>;
type Name = keyof typeof figures;
const names = Object.keys(figures) as Name[];

test.each(names)('%s → a filter narrows it exactly where its record says so', async (name) => {
	const ask = figures[name] as Ask;
	const said = async (filters: Partial<Filters>) =>
		JSON.stringify(await ask(sample.db, publication, { ...everything, ...filters }, NOW));
	const whole = await said({});
	for (const { name: filter, holds } of filterRecords) {
		// without authors there is nothing to narrow
		if (name === 'authors' && filter === 'author') continue;
		expect([filter, (await said(chosen[filter])) !== whole]).toEqual([
			filter,
			partsOf(name).some((one) => holds.includes(one))
		]);
	}
});

test('filters that do not narrow a figure → left out of what it says it is narrowed to', () => {
	const filters: Filters = { ...everything, last: 3, role: 'sponsor', topics: [7] };
	expect(idleIn(filters, ['topics'])).toEqual(['role']);
	expect(holding(filters, 'topics')).toEqual({ ...filters, role: null });
	expect(idleIn(filters, ['topics', 'items'])).toEqual([]);
});

test('an overview narrowed to a section or topic → its topics as on their page; the rest as it was', async () => {
	const ask = (filters: Partial<Filters>) =>
		overviewFigures(sample.db, publication, { ...everything, last: 20, ...filters }, NOW);
	const whole = await ask({});
	for (const one of [chosen.section, chosen.topic, { ...chosen.section, ...chosen.topic }]) {
		const narrowed = await ask(one);
		const page = await topicFigures(sample.db, publication, { ...everything, last: 20, ...one });
		expect(narrowed.topics.map(({ lift }) => lift)).toEqual(page.topics.map(({ lift }) => lift));
		expect(narrowed.items).toBeLessThan(whole.items);
		expect(narrowed.keyFigures).toEqual(whole.keyFigures);
		expect(narrowed.issues).toEqual(whole.issues);
	}
	const none = await ask({ authors: ['Ana Mar'] });
	expect(none).toMatchObject({ topics: [], items: 0, finding: { key: 'empty.match' } });
});

test.each([
	['en', 'The filter “Section” applies only to topics here: key figures are not narrowed by it.'],
	[
		'fr',
		'Le filtre « Rubrique » ne s’applique ici qu’à : thèmes. Les autres chiffres (chiffres clés) n’en tiennent pas compte.'
	]
] as const)('a filter of part of a screen → says of which part (%s)', (locale, said) => {
	const formats = createFormats(locale, 'UTC');
	const filters = { ...everything, last: 3, ...chosen.section, role: 'sponsor' as const };
	const [section, role] = unappliedWords(filters, 'overview', formats);
	expect(section!.message.replace(/[\u00a0\u202f]/g, ' ')).toBe(said);
	expect(role!.filter).toBe('role');
	expect(holding(filters, 'overview')).toEqual({ ...filters, role: null });
	expect(unappliedWords(filters, 'topics', formats).map(({ filter }) => filter)).toEqual(['role']);
});

const commands: Record<string, Command> = {
	topics: topicsCommand,
	tastes: tastesCommand,
	items: itemsCommand,
	sections: sectionsCommand,
	authors: authorsCommand,
	issues: issuesCommand,
	audience: audienceCommand,
	channels: channelsCommand,
	sponsors: sponsorsCommand,
	verdicts: verdictsCommand
};

function run(command: Command, options: Call['options'], locale: 'en' | 'fr' = 'en') {
	const call = { args: [], options: { publication: 'sample', ...options }, locale };
	return command.run({ ...call, db: async () => sample.db } as unknown as Call);
}

test.each(Object.keys(commands))(
	'the command %s → takes every filter of its page',
	async (name) => {
		const command = commands[name]!;
		for (const { name: filter, holds } of filterRecords) {
			expect(command.options).toHaveProperty(filter);
			const isHeld = holds.some((one) => one === name);
			expect([filter, !command.options[filter]!.hidden]).toEqual([filter, isHeld]);
		}
		const answer = await run(command, { role: 'sponsor', channel: 'partenariat', window: '30' });
		const idle = ['role', 'channel', 'window'].filter(
			(filter) =>
				!filterRecords.find((one) => one.name === filter)!.holds.some((one) => one === name)
		);
		expect(answer!.notes!.filter((note) => note.includes('does not apply'))).toHaveLength(
			idle.length
		);
	}
);

test('a channel that nobody came by, for a command → refused, with those that there are', async () => {
	await expect(run(audienceCommand, { channel: 'Partenariats' })).rejects.toMatchObject({
		code: 'badChoice',
		details: { given: 'Partenariats', known: expect.stringContaining('Partenariat, ') as string }
	});
});

test('footnotes of pages → stand below the same figures in a terminal', async () => {
	const formats = createFormats('en', publication.zone);
	for (const filters of [everything, { ...everything, from: '2026-03-01', to: '2026-06-30' }]) {
		const { from, to } = filters;
		const period = { ...(from && { from }), ...(to && { to }) };
		const notesOf = async (command: Command) => (await run(command, period))!.notes;
		const channels = await channelFigures(sample.db, publication, filters, NOW);
		expect(channelNotes(channels, formats)).not.toEqual([]);
		expect(await notesOf(channelsCommand)).toEqual(channelNotes(channels, formats));
		const sponsors = await sponsorFigures(sample.db, publication, filters);
		expect(await notesOf(sponsorsCommand)).toEqual(sponsorNotes(sponsors, formats));
		const audience = await audienceFigures(sample.db, publication, filters, NOW);
		expect(await notesOf(audienceCommand)).toEqual(audienceNotes(audience, formats));
	}
});

test('key figures in files → each with its unit, a change in the unit of its figure', async () => {
	const filters = { ...everything, last: 12 };
	const asked = {
		kind: 'editorial',
		name: null,
		filters,
		locale: 'en'
	} as const;
	const report = await makeReport(sample.db, publication, asked, NOW);
	const { content } = await reportFile(report, 'xlsx');
	const summary = [...readWorkbook(content as Uint8Array).values()][0]!;
	const rate = report.keyFigures.find(({ label }) => label === 'Click rate')!;
	const row = summary.find(([label]) => label === 'Click rate')!;
	expect(row[5]).toBe('rate, 0 to 1');
	expect(row[1]).toBeCloseTo(rate.value!, 12);
	expect(row[2]).toBeCloseTo(rate.change!, 12);
	const csv = (await reportFile(report, 'csv')).content as string;
	const line = /^Click rate,([^,]+),([^,]+),[^,]*,[^,]*,"rate, 0 to 1"/m;
	const [, value, change] = line.exec(csv)!;
	expect([Number(value), Number(change)]).toEqual([
		expect.closeTo(rate.value!, 9),
		expect.closeTo(rate.change!, 9)
	]);
});

const silent = { from: '2031-01-01', to: '2031-03-31' };

test.each(Object.keys(commands))(
	'the command %s of a period without data → says so',
	async (name) => {
		const answer = await run(commands[name]!, silent);
		expect(answer!.notes).toContain('No data in this period');
		if (name !== 'verdicts') expect(answer!.json).toEqual([]);
		const french = await run(commands[name]!, { from: '1999-01-01', to: '1999-12-31' }, 'fr');
		expect(french!.notes).toContain('Aucune donnée sur cette période');
	}
);

test.each(Object.keys(commands))(
	'the command %s of a publication without anything → says so beneath its heads',
	async (name) => {
		const workspace = await newWorkspace();
		const { slug } = await workspace.publication();
		const call = { args: [], options: { publication: slug }, locale: 'en' };
		const answer = await commands[name]!.run({
			...call,
			db: async () => workspace.db
		} as unknown as Call);
		expect((answer as { notes: string[] }).notes[0]).toContain(
			name === 'authors' ? 'Comparison needs at least two' : 'No rows.'
		);
	}
);

test.each(kindsDue('date'))(
	'a report (%s) of a period without data → says so, and no number of another time',
	async (kind) => {
		for (const period of [silent, { from: '1999-01-01', to: '1999-12-31' }]) {
			const filters = { ...everything, ...period };
			const asked = { kind, name: null, filters, locale: 'en' } as const;
			const made = await makeReport(sample.db, publication, asked, NOW);
			expect(made.findings).toEqual(['There is no data in this period.']);
			expect(made.keyFigures).toEqual([]);
			expect(made.advice).toEqual([]);
			expect(made.sections).toEqual([]);
		}
	}
);

test('a report narrowed by what does not apply → its line of filters says of what each holds', async () => {
	const filters = { ...everything, last: 12, ...chosen.section, ...chosen.role, ...chosen.channel };
	const asked = { name: null, filters, locale: 'en' } as const;
	const editorial = await makeReport(sample.db, publication, { ...asked, kind: 'editorial' }, NOW);
	expect(editorial.filters).toEqual([
		expect.stringMatching(/^Section .+ \(applies only to topics, items, and sections\)$/),
		'Role sponsor (applies only to items)',
		expect.stringMatching(/^Channel .+ \(does not apply here\)$/)
	]);
	const acquisition = await makeReport(
		sample.db,
		publication,
		{ ...asked, kind: 'acquisition' },
		NOW
	);
	expect(acquisition.filters.at(-1)).toMatch(/^Channel [^(]+$/);
});

test('the command report → takes every filter of the pages', () => {
	for (const { name } of filterRecords) expect(reportCommand.options).toHaveProperty(name);
});

test('one issue of an archive that says channels, devices and dates → it is not said that none does', async () => {
	const asked = { ...everything, last: 1 };
	const tastes = await topicReaderFigures(sample.db, publication, asked);
	expect(tastes.affinities).toEqual([]);
	expect(tastes.listed).toEqual({ channel: true, tenure: true });
	const audience = await audienceFigures(sample.db, publication, asked, NOW);
	expect(audience.devices).toEqual([]);
	expect(audience.known).toEqual({ dates: true, devices: true, countries: true });
	// 19 to 23 November, where the data end
	expect(audience.days).toBe(5);
	const none = { ...everything, channel: 'Nowhere' };
	const channels = await channelFigures(sample.db, publication, none, NOW);
	expect(channels.channels).toEqual([]);
	expect(channels.known).toEqual({ readers: true, channels: true, spend: true, value: true });
});

test('a window outside its range → refused, and the API’s description says which range that is', () => {
	expect(() => readQuery(new URLSearchParams('window=1'))).toThrow('outOfRange');
	expect(openApi('1').components.parameters).toMatchObject({
		window: { schema: { type: 'integer', minimum: 7, maximum: 730 } }
	});
});
