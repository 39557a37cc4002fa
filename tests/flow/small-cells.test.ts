import { expect, test } from 'vitest';
import type { Asked } from '#lib/server/report/reports.ts';
import { sharedReport } from '#lib/server/report/reports.ts';
import { audienceFigures } from '#lib/server/figures/audience/audience.ts';
import { topicReaderFigures } from '#lib/server/figures/content/topic-readers.ts';
import { everything } from '#lib/server/figures/filters.ts';
import { reportKinds } from '#lib/report-kinds.ts';
import { fileOf } from '#lib/server/report/files.ts';
import { newDesk } from './publication.ts';

const FEWEST = 5;

/** Of a channel and country, how many readers; of each company too. */
const groups = [
	['Poste centrale', 'FR', 'example.org', 40],
	['Bouche-à-oreille', 'BE', 'atelier-nord.example.com', 9],
	['Salon du livre', 'LU', 'trois.example.com', 3],
	['Affiche unique', 'MC', 'seul.example.com', 1]
] as const;

const readers = groups.flatMap(([channel, country, domain, n]) =>
	Array.from({ length: n }, (_, i) => ({ address: `l${i}@${domain}`, channel, country }))
);
const day = (week: number) => new Date(Date.UTC(2025, 0, 6 + 7 * week)).toISOString().slice(0, 10);

/** Eight issues, each of two items: all read the first, few the second. */
function files() {
	const clicks = ['email,campaign,date,url,country,device'];
	const delivered = ['email,campaign,date,event'];
	for (let week = 0; week < 8; week++)
		for (const [i, { address, country }] of readers.entries()) {
			delivered.push(`${address},Lettre ${week},${day(week)} 08:00:00,delivered`);
			const at = `${day(week)} ${9 + (i % 9)}:${String(i % 60).padStart(2, '0')}:00`;
			if ((i + week) % 3 > 0)
				clicks.push(
					`${address},Lettre ${week},${at},https://example.com/${week}/a,${country},Tablet`
				);
			if (i % 17 === 16)
				clicks.push(
					`${address},Lettre ${week},${at},https://example.com/${week}/b,${country},Console`
				);
		}
	const list = ['email,joined,status,channel,country'];
	for (const { address, channel, country } of readers)
		list.push(`${address},2024-12-0${1 + (address.length % 9)},active,${channel},${country}`);
	const bytes = (lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
	return {
		'clicks.csv': bytes(clicks),
		'delivered.csv': bytes(delivered),
		'subscribers.csv': bytes(list),
		'spend.csv': bytes([
			'channel,month,amount,currency',
			...groups.map(([channel]) => `${channel},2024-12,120.00,EUR`)
		])
	};
}

async function filled() {
	const desk = await newDesk();
	await desk.take(files());
	return { desk, publication: await desk.publication() };
}

test('whoever has but a link is told of no group of few, in no table, sentence or file', async () => {
	const { desk, publication } = await filled();
	const [issue] = await desk.issues();
	const ofPeriod = reportKinds.filter((kind) => !['receipt', 'issue', 'sponsor'].includes(kind));
	const rest = { name: null, locale: 'en' as const };
	const asked: Asked[] = [
		...ofPeriod.map((kind) => ({ ...rest, kind, filters: everything })),
		{ ...rest, kind: 'issue', filters: { ...everything, issue: issue!.id } },
		...groups.map(([channel]) => ({
			...{ ...rest, kind: 'acquisition' as const },
			filters: { ...everything, channel }
		}))
	];
	let tables = 0;
	for (const one of asked) {
		const shown = await sharedReport(desk.db, publication, one, Date.UTC(2025, 3, 1));
		for (const { people, value, change } of shown.keyFigures)
			if (people) expect([value, change].filter((n) => isFew(n))).toEqual([]);
		for (const { figures } of shown.sections)
			for (const { id, table, chart } of figures) {
				const counts = table.columns.flatMap(({ people }, place) => (people ? place : []));
				if (counts.length > 0) tables++;
				for (const row of table.rows)
					for (const place of counts)
						expect([one.kind, id, row[0], isFew(row[place])]).toEqual([
							one.kind,
							id,
							row[0],
							false
						]);
				const isHidden = table.rows.some(
					(row) => counts.length > 0 && counts.every((n) => row[n] === null)
				);
				if (isHidden) expect(chart).toBeNull();
			}
		// no sentence tells of whoever's row is hidden
		const said = [...shown.findings, ...shown.advice.flatMap(({ lines }) => lines)].join('\n');
		if (one.filters.channel === null) {
			expect(said).not.toContain('Salon du livre');
			expect(said).not.toContain('Affiche unique');
		}
		// files are made from the same document
		for (const format of ['json', 'csv'] as const) {
			const { content } = await fileOf(shown, format);
			expect(String(content)).not.toMatch(/(Salon du livre|Affiche unique)"?[,;]\s*"?[134]\b/);
		}
	}
	expect(tables).toBeGreaterThan(8);
});

const isFew = (n: unknown) => typeof n === 'number' && n > 0 && n < FEWEST;

/** What is told of groups, and the sum of all of them: no difference is a group of few. */
function expectNone(told: readonly (number | null)[], all: readonly number[]) {
	expect(told.filter(isFew)).toEqual([]);
	const sum = (some: readonly (number | null)[]) => some.reduce<number>((a, b) => a + (b ?? 0), 0);
	expect(isFew(sum(all) - sum(told))).toBe(false);
}

test('countries, devices and companies of few are told to nobody', async () => {
	const { desk, publication } = await filled();
	const found = await audienceFigures(desk.db, publication, everything, Date.UTC(2025, 3, 1));
	const { countries, devices, companies } = found;
	expect(countries.map(({ country }) => country).sort()).toEqual(['BE', 'FR', 'LU', 'MC']);
	expectNone(
		countries.map(({ readers }) => readers),
		groups.map(([, , , n]) => n)
	);
	for (const row of [...countries, ...devices]) expect(isFew(row.clickers)).toBe(false);
	expect(companies.largest.filter(({ readers }) => readers < FEWEST)).toEqual([]);
	expect(companies.largest.filter(({ engaged }) => isFew(engaged))).toEqual([]);
});

test('what few readers of a channel made of a topic cannot be had from what the others did', async () => {
	const { desk, publication } = await filled();
	await desk.take({
		'themes.csv': Buffer.from(
			`url,topics\n${Array.from({ length: 8 }, (_, week) => ['a', 'b'].map((item) => `https://example.com/${week}/${item},${item === 'a' ? 'Canaux' : 'Écluses'}`).join('\n')).join('\n')}\n`
		)
	});
	const { affinities } = await topicReaderFigures(desk.db, publication, everything);
	const cells = affinities.filter(({ by }) => by === 'channel');
	expect(cells.length).toBeGreaterThan(0);
	for (const { readers, clicked, lift } of cells) {
		expect(isFew(readers)).toBe(false);
		if (readers === null) expect([clicked, lift]).toEqual([null, null]);
	}
	for (const topic of new Set(cells.map(({ topic }) => topic))) {
		const own = cells.filter((cell) => cell.topic === topic);
		const hidden = own.filter(({ readers }) => readers === null);
		expect(hidden.length).not.toBe(1);
	}
});
