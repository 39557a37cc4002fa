import { beforeAll, expect, test } from 'vitest';
import { topics as topicsCommand } from '../../src/cli/topics.ts';
import type { Call } from '../../src/cli/command.ts';
import { renderTable } from '#lib/columns/render-table.ts';
import { topicTable } from '#lib/columns/tables/topics.ts';
import { createFormats } from '#lib/messages/format.ts';
import { everything, type Filters } from '#lib/filters/filters.ts';
import { sectionFigures } from '#lib/server/figures/content/sections.ts';
import { topicFigures } from '#lib/server/figures/content/topics.ts';
import { overviewFigures } from '#lib/server/figures/overview.ts';
import { makeReport } from '#lib/server/report/make.ts';
import { localDate } from '#lib/server/local-date.ts';
import { exported } from '../../src/routes/p/[publication]/export.csv/exported.ts';
import { seeded } from '../simulate/random.ts';
import { bytes, table, type Files } from '../simulate/sample/table.ts';
import { newWorkspace, type Workspace } from './publication.ts';

// Of a publication with too few issues for a model, rows are compared by their click rates.

const formats = createFormats('en', 'UTC');
/** One item of each of three topics in each of nine weekly issues: four of each are too few for a lift. */
const [ISSUES, TOPICS, READERS] = [9, ['Tides', 'Boats', 'Birds'], 150] as const;
const sentAt = (issue: number) => Date.UTC(2026, 0, 1, 7) + issue * 7 * 86_400_000;
const dayOf = (issue: number) => new Date(sentAt(issue)).toISOString().slice(0, 10);
/** Four issues, beside the four before; a later one closes the last. */
const four = { from: dayOf(4), to: dayOf(7) };
const NOW = sentAt(ISSUES + 4);

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i);
const campaignOf = (issue: number) => `Ebb #${issue + 1}`;
const linkOf = (issue: number, item: number) =>
	`https://example.com/${issue + 1}/story-${item + 1}`;
const topicOf = (issue: number, item: number) => TOPICS[(issue + item) % TOPICS.length]!;

/** What the export of such a letter holds; boats are clicked twice as often from the fifth issue on. */
function files(): Files {
	const random = seeded(3);
	const written = (issue: number, minutes: number) =>
		new Date(sentAt(issue) + minutes * 60_000).toISOString().slice(0, 19).replace('T', ' ');
	const rows = upTo(ISSUES).flatMap((issue) =>
		upTo(READERS).flatMap((reader) => {
			const of = [`reader${reader + 1}@example.org`, campaignOf(issue)];
			const isClicked = (item: number) => {
				const rises = topicOf(issue, item) === 'Boats' && issue > 3;
				return random() < (rises ? 0.3 : 0.15);
			};
			const clicked = upTo(TOPICS.length).filter(isClicked);
			return [
				[...of, written(issue, 0), 'delivered', ''],
				...clicked.map((item) => [
					...of,
					written(issue, 40 + reader * 9 + item),
					'click',
					linkOf(issue, item)
				])
			];
		})
	);
	const topics = upTo(ISSUES).flatMap((issue) =>
		upTo(TOPICS.length).map((item) => [linkOf(issue, item), topicOf(issue, item)])
	);
	const documents = upTo(ISSUES).map((issue) => {
		const stories = upTo(TOPICS.length).map(
			(item) =>
				`<h2>${['Shore', 'Sea', 'Sky'][item]}</h2>\n<h3>Story ${issue + 1}.${item + 1}</h3>\n<p>What the ebb left on the shore this week, in a few words. <a href="${linkOf(issue, item)}">Read on</a></p>`
		);
		const html = `<!doctype html><html><head><title>${campaignOf(issue)}</title></head><body>
<h1>${campaignOf(issue)}</h1>\n${stories.join('\n')}\n</body></html>`;
		return [`${dayOf(issue)}-ebb-${issue + 1}.html`, bytes(html)] as const;
	});
	return {
		'events.csv': bytes(table(['Email', 'Campaign', 'Date', 'Event', 'Link'], rows)),
		'topics.csv': bytes(table(['url', 'topic'], topics)),
		...Object.fromEntries(documents)
	};
}

let workspace: Workspace;
const ends: (() => void)[] = [];
beforeAll(async () => {
	workspace = await newWorkspace((end) => ends.push(end));
	await workspace.take(files());
	return () => ends.forEach((end) => end());
});

const asked = (filters: Partial<Filters> = {}) => ({ ...everything, ...four, ...filters });
const figuresOf = async (filters: Filters) =>
	topicFigures(workspace.db, await workspace.publication(), filters);

test('no model → rows say their click rate of the other period, and how it moved with its interval', async () => {
	const { topics, compared } = await figuresOf(asked());
	const publication = await workspace.publication();
	const [from, to] = [compared.from!, compared.to!].map((at) => localDate(at, publication.zone));
	const other = await figuresOf({ ...everything, from: from!, to: to!, compare: 'none' });
	let told = 0;
	for (const { id, lift, rawRate, liftChange, rateChange } of topics) {
		expect([lift, liftChange]).toEqual([null, undefined]);
		const same = other.topics.find((row) => row.id === id)!;
		if (rateChange?.change == null) continue;
		told++;
		expect(rateChange.before).toBe(same.rawRate);
		expect(rateChange.change).toBe(rawRate! - same.rawRate!);
		expect(rateChange.low! < rateChange.change && rateChange.change < rateChange.high!).toBe(true);
	}
	expect(told).toBe(3);
	const boats = topics.find(({ topic }) => topic === 'Boats')!.rateChange!;
	expect([boats.low! > 0, boats.before! < 0.2]).toEqual([true, true]);
});

test('no model → the same change on the overview, in a command, in a file and in reports', async () => {
	const { db } = workspace;
	const publication = await workspace.publication();
	const { topics } = await figuresOf(asked());
	const overview = await overviewFigures(db, publication, asked(), NOW);
	expect(overview.topics.map(({ id, rateChange }) => [id, rateChange])).toEqual(
		topics.map(({ id, rateChange }) => [id, rateChange])
	);
	const options = { publication: publication.slug, ...four };
	const call = { args: [], options, locale: 'en', db: async () => db } as unknown as Call;
	expect((await topicsCommand.run(call))!.json).toMatchObject(
		topics.map(({ topic, rateChange }) => ({ topic, rateChange }))
	);

	const moved = topics.filter(({ rateChange }) => rateChange?.change != null);
	const changeIn = (
		{ columns, rows }: { columns: { head: string }[]; rows: (string | number | null)[][] },
		topic: string
	) => {
		const row = rows.find(([name]) => name === topic)!;
		return ['Raw rate before', 'Raw rate: change', 'Change: low, 90%', 'Change: high, 90%'].map(
			(head) => row[columns.findIndex((column) => column.head === head)]
		);
	};
	const { table } = await exported.topics!(db, publication, asked(), NOW, formats);
	const made = { kind: 'editorial', name: null, locale: 'en', filters: asked() } as const;
	const { sections } = await makeReport(db, publication, made, NOW);
	const figures = sections.flatMap((section) => section.figures);
	const paper = figures.find(({ id }) => id === 'topics-moved')!;
	expect(paper.shown.map((place) => paper.table.columns[place]!.head)).toEqual([
		'Topic',
		'Raw rate',
		'Raw rate before',
		'Raw rate: change',
		'Change: low, 90%',
		'Change: high, 90%',
		'Certainty of the change'
	]);
	for (const { topic, rateChange } of moved) {
		const { before, change, low, high } = rateChange!;
		for (const where of [table, paper.table])
			expect(changeIn(where, topic)).toEqual([before, change, low, high]);
	}
	const page = renderTable(topicTable, 'figureRaw', topics, formats);
	expect(page.columns.map(({ key }) => key)).toContain('moved');
});

test('fewer than three issues in one period → not enough data, and no interval', async () => {
	const { topics } = await figuresOf(asked({ from: dayOf(6) }));
	for (const { rateChange } of topics)
		if (rateChange) expect([rateChange.change, rateChange.why]).toEqual([null, 'few']);
});

test('sections without a model → compared by click rate too; nothing to compare → no change', async () => {
	const publication = await workspace.publication();
	const { sections } = await sectionFigures(workspace.db, publication, asked());
	expect(sections.some(({ rateChange }) => rateChange?.change != null)).toBe(true);
	const none = await figuresOf(asked({ compare: 'none' }));
	expect(none.topics.every((row) => !('rateChange' in row))).toBe(true);
});
