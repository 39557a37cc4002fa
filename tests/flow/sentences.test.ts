import { afterAll, expect, test } from 'vitest';
import { acquisitionStatements } from '#lib/findings/acquisition.ts';
import { audienceFinding, audienceStatements } from '#lib/findings/audience.ts';
import {
	certainty,
	certaintyOfChange,
	clearOf,
	type CertaintyInput
} from '#lib/findings/certainty.ts';
import { asLift, channelsFinding } from '#lib/findings/channels.ts';
import { clearIn, groupsFinding, issuesFinding, itemsFinding } from '#lib/findings/leagues.ts';
import { overviewFinding } from '#lib/findings/overview.ts';
import { receiptStatements } from '#lib/findings/receipt.ts';
import { rateStatements, topicStatements } from '#lib/findings/report.ts';
import { sponsorsFinding, sponsorStatements } from '#lib/findings/sponsors.ts';
import type { Statement } from '#lib/findings/statement.ts';
import { topicReadersFinding } from '#lib/findings/topic-readers.ts';
import { fatigueFinding, topicsFinding } from '#lib/findings/topics.ts';
import { m } from '#lib/messages/compiled/messages.js';
import { getLocale, overwriteGetLocale } from '#lib/messages/compiled/runtime.js';
import { createFormats } from '#lib/messages/format.ts';
import { stated } from '#lib/messages/stated.ts';
import { below, normal, pick, seeded } from '../simulate/random.ts';
import { faultsIn } from './grammar.ts';

// Every sentence that figures open with, over many random figures and in both languages, is held
// against the marks of the same figures, and against the rules of singular and plural.

const ROUNDS = 400;
const random = seeded(14, 'sentences');

/** An estimate of any size and certainty, now and then without enough, or of what is never clear. */
function estimate(
	why: string | null = pick(random, [null, null, null, 'countsOnly'])
): CertaintyInput {
	if (random() < 0.15)
		return { lift: null, low: null, high: null, above: null, enough: false, why: 'fewItems' };
	const [mean, sd] = [normal(random) * 0.25, 0.02 + random() * 0.3];
	const [low, high] = [Math.exp(mean - 1.645 * sd), Math.exp(mean + 1.645 * sd)];
	const above = 1 / (1 + Math.exp((-1.702 * mean) / sd));
	return { lift: Math.exp(mean), low, high, above, enough: true, why };
}

const some = <Row>(make: (i: number) => Row) =>
	Array.from({ length: below(random, 6) }, (_, i) => make(i));
const byLift = (a: CertaintyInput, b: CertaintyInput) => (b.lift ?? 0) - (a.lift ?? 0);
const isClear = (one: CertaintyInput) => certainty(one).certainty === 'clear';

const locales = ['en', 'fr'] as const;

const readLocale = getLocale;
afterAll(() => overwriteGetLocale(readLocale));

/** A finding or a statement in both languages, without a fault of grammar. */
function said(sentence: Statement): string[] {
	return locales.map((locale) => {
		overwriteGetLocale(() => locale);
		const formats = createFormats(locale, 'UTC');
		const text = stated(sentence, formats);
		expect([text, faultsIn(text, locale)]).toEqual([text, []]);
		expect(text).not.toMatch(/undefined|NaN|\{|^(?:finding|report)\./);
		return text;
	});
}

/** Names like T3 in a text. */
const namesIn = (text: string) => text.match(/\bT\d+\b/g) ?? [];

/** Whoever is named is clear, as the mark says; and each side's count is that of the marks. */
function holds(
	sentences: readonly Statement[],
	rows: readonly (CertaintyInput & { name: string })[]
) {
	for (const sentence of sentences) {
		// one that alone has enough is named whatever came of it
		const likely = /likely(Above|Below)\.alone$/.exec(sentence.key)?.[1]?.toLowerCase();
		const isOpen = /none(Clear)?\.alone$|open\.alone$/.test(sentence.key) || likely !== undefined;
		for (const text of said(sentence))
			for (const name of namesIn(text)) {
				const row = rows.find((one) => one.name === name)!;
				expect([text, isClear(row)]).toEqual([text, !isOpen]);
				if (likely) expect(certainty(row)).toMatchObject({ certainty: 'leaning', side: likely });
				if (/clearly (?:above|earns more)/.test(text) && !/below|less/.test(text))
					expect(row.lift).toBeGreaterThan(1);
			}
		const numbers = Object.fromEntries(
			Object.entries(sentence.values).flatMap(([name, value]) =>
				typeof value === 'object' && 'n' in value ? [[name, value.n]] : []
			)
		);
		if ('above' in numbers) expect(numbers.above).toBe(clearOf(rows, 'above'));
		if ('below' in numbers) expect(numbers.below).toBe(clearOf(rows, 'below'));
		if ('above' in numbers && !('told' in numbers)) continue;
		if ('told' in numbers && 'above' in numbers) {
			const [text] = said(sentence);
			const shown = [numbers.told, numbers.above, numbers.below].filter((n) => Number(n) > 0);
			// a single one is “the only”, and none is said so
			if (Number(numbers.told) > 1)
				expect(shown.every((n) => new RegExp(`\\b${n}\\b`).test(text!))).toBe(true);
		}
	}
}

test('topics, items, issues, sections and authors → named or counted exactly as their marks say', () => {
	for (let round = 0; round < ROUNDS; round++) {
		const rows = some((i) => ({
			...estimate(),
			name: `T${i}`,
			topic: `T${i}`,
			rankLow: 1,
			rankHigh: 9
		}))
			.sort(byLift)
			.map((row) => {
				const { certainty: sure, side } = certainty(row);
				const covered = side === 'above' ? ('under' as const) : ('over' as const);
				return { ...row, covered: sure === 'clear' && random() < 0.7 ? covered : null };
			});
		const clear = clearIn(rows);
		const sentences = [
			overviewFinding({ topics: rows, issues: 9, items: 80, clicked: 80 }),
			topicsFinding(rows),
			itemsFinding(clear),
			issuesFinding(clear),
			groupsFinding('sections', rows),
			groupsFinding('authors', rows),
			...topicStatements(rows)
		];
		holds(
			sentences.filter((one) => one !== null),
			rows
		);
		const chosen = [
			overviewFinding({ topics: rows, issues: 9, items: 80, clicked: 80, isEach: false }),
			topicsFinding(rows, false),
			...topicStatements(rows, false)
		];
		holds(chosen, rows);
		for (const [text] of chosen.map(said))
			expect(text).not.toMatch(/\bthe only\b|\bno (?:other )?topic\b/);
	}
});

test('readers by topic and fatigue → what is named is clear, with its interval', () => {
	for (let round = 0; round < ROUNDS; round++) {
		const cells = some((i) => ({ ...estimate(null), name: `T${i}`, topic: `T${i}` }));
		const affinities = cells.map((row) => ({ ...row, by: 'channel' as const, group: 'Site' }));
		const finding = topicReadersFinding(affinities, [], true);
		holds([finding], cells);
		if (finding.key === 'finding.readers.channel')
			expect((finding.values.low as { lift: number }).lift).toBeGreaterThan(1);
		const fatigue = some((i) => ({ ...estimate(null), topic: `T${i}` })).filter(
			({ enough }) => enough
		);
		if (fatigue.length === 0) continue;
		const stating = fatigueFinding(fatigue);
		const { key } = stating;
		said(stating);
		if (key.startsWith('finding.fatigue.none')) expect(fatigue.filter(isClear)).toEqual([]);
	}
});

test('channels → earn more or less than they cost exactly as their marks say, in euros for each euro', () => {
	for (let round = 0; round < ROUNDS; round++) {
		const channels = some((i) => {
			const { lift, ...own } = estimate(pick(random, [null, null, 'uneven']));
			const cost = 200 + below(random, 900);
			return {
				...own,
				why: own.why ?? null,
				return: lift,
				name: `T${i}`,
				channel: `T${i}`,
				paid: random() < 0.8,
				spend: 100 * below(random, 90),
				joined: below(random, 3),
				buyers: below(random, 4),
				largestBuyer: random(),
				costPerEngaged: cost,
				costPerEngagedLow: cost - 100,
				costPerEngagedHigh: cost + 100
			};
		});
		const rows = channels.filter(({ paid }) => paid).map(asLift);
		const paid = channels.find((one) => one.paid) ?? null;
		const [first, ...others] = acquisitionStatements({
			channels,
			paid,
			window: 90,
			currency: 'EUR',
			joined: below(random, 4),
			known: { channels: true }
		});
		const engaged = others.filter(({ key }) => key.includes('engagedCost'));
		engaged.forEach(said);
		holds(
			[
				channelsFinding({ channels, paid, window: 90 }),
				first!,
				...others.filter((one) => !engaged.includes(one))
			],
			rows
		);
		const returned = others.find(({ key }) => key.startsWith('report.says.return.'));
		if (!returned || !paid) continue;
		const { certainty: sure, side } = certainty(asLift(paid));
		const [text] = said(returned);
		if (sure === 'clear')
			expect(text).toContain(side === 'above' ? 'clearly more' : 'clearly less');
		if (sure === 'leaning')
			expect(text).toContain(side === 'above' ? 'likely more' : 'likely less');
		if (sure === 'unclear') expect(text).toContain('no clear difference');
		if (sure !== 'few') expect(text).toMatch(/€\d+\.\d\d for each €1 spent/);
	}
});

test('sponsors and their receipts → above or below as their marks say, whatever the numbers', () => {
	for (let round = 0; round < ROUNDS; round++) {
		const count = () => pick(random, [0, 1, 2, 12, 1200]);
		const placements = some(() => ({
			...estimate(),
			unlocated: null,
			guaranteed: random() < 0.3 ? count() : null,
			clicks: count(),
			open: random() < 0.2
		}));
		const finding = sponsorsFinding(placements);
		said(finding);
		const { above, below: under } = finding.values;
		if (above !== undefined) expect(above).toEqual({ n: clearOf(placements, 'above') });
		if (under !== undefined) expect(under).toEqual({ n: clearOf(placements, 'below') });
		if (finding.key === 'finding.sponsors.usual') expect(placements.filter(isClear)).toEqual([]);
		const total = {
			clickers: count(),
			costed: 1 + below(random, 3),
			costedFee: 10_000,
			perClicker: 166,
			currency: 'EUR',
			setAside: 0.1
		};
		sponsorStatements(placements, total, pick(random, [null, 'Lune'])).forEach(said);

		const own = estimate();
		const [clicks, all] = [count(), count()].sort((a, b) => a - b) as [number, number];
		const aside = all - clicks;
		const open = random() < 0.5;
		const receipt = receiptStatements(
			{
				placement: {
					...own,
					sponsor: 'Lune',
					item: 'A lamp',
					issue: '12',
					sentAt: 0,
					position: 3,
					delivered: 1 + count(),
					basis: 'events',
					clickers: count(),
					clicks,
					allClicks: all,
					rate: 0.02,
					expected: count(),
					fee: 100,
					currency: 'EUR',
					perClicker: 166,
					perThousandDelivered: 900,
					guaranteed: count(),
					open,
					age: 9,
					pacing: null
				},
				expectedLow: 1,
				expectedHigh: 3,
				usualOfAll: { n: 1 + below(random, 3), low: 0.01, high: 0.03 },
				clicks: { reasons: aside ? [{ verdict: 'machine', reason: 'burst', n: aside }] : [] },
				items: 9
			},
			'no. 12'
		);
		const texts = receipt.map((one) => said(one)[0]!).join(' ');
		// what still comes in is held against nothing
		if (open) {
			expect(texts).not.toMatch(/clearly|likely|average/);
			continue;
		}
		const { certainty: sure, side } = certainty(own);
		if (sure === 'clear') expect(texts).toContain(`clearly ${side}`);
		else expect(texts).not.toMatch(/\): clearly/);
		if (sure === 'leaning') expect(texts).toContain(`likely ${side}`);
	}
});

test('a change of the click rate → parts are clear as their marks say, and the rest is always named', () => {
	for (let round = 0; round < ROUNDS; round++) {
		const moved = () => {
			const [change, half] = [normal(random) * 0.01, random() * 0.01];
			return random() < 0.1
				? { change, low: null, high: null }
				: { change, low: change - half, high: change + half };
		};
		const names = ['list', 'engaged', 'positions', 'topics'] as const;
		const parts = [...names, 'remainder' as const].map((name) => ({ name, moved: moved() }));
		const change = { before: 0.1, after: 0.11, whole: moved(), parts, scanners: 0.002 };
		const statements = rateStatements(
			{ value: 0.11, why: null },
			{ words: 'the 5 issues before', change },
			0.2
		);
		const texts = statements.map((one) => said(one)[0]!);
		const clear = parts.filter(
			({ name, moved }) =>
				name !== 'remainder' && certaintyOfChange(moved.change, moved)?.certainty === 'clear'
		);
		expect(texts.join(' ')).toContain('leave unexplained');
		const words = names.filter((name) =>
			texts.some((text) => text.includes(m[`part.${name as 'list'}`]({}, { locale: 'en' })))
		);
		for (const name of words) expect(clear.map((part) => part.name)).toContain(name);
		expect(words).toHaveLength(Math.min(2, clear.length));
	}
});

test('the audience → singular and plural of whoever is there, joined and left', () => {
	for (const there of [0, 1, 2, 1200])
		for (const net of [null, 0, 1, -1, 2, -7, 1500])
			for (const year of [false, true])
				for (const engaged of [null, there])
					audienceStatements(audienceFinding({ there, engaged, net, year })).forEach(said);
});
