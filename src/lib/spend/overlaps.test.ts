import { expect, test } from 'vitest';
import { overlapsOf } from './overlaps.ts';

type Row = Parameters<typeof overlapsOf>[0][number];

const row = (
	importId: number,
	from: string,
	to: string,
	amount: number,
	campaign: string | null = null
): Row => ({ importId, leftOut: false, from, to, amount, campaign, channel: 'Ads' });

const days = (importId: number, amount: number, campaign: string | null = null) =>
	Array.from({ length: 31 }, (_, i) => {
		const day = `2026-03-${String(i + 1).padStart(2, '0')}`;
		return row(importId, day, day, amount, campaign);
	});

const month = (importId: number, amount: number, campaign: string | null = null) =>
	row(importId, '2026-03-01', '2026-03-31', amount, campaign);

const none = { adds: new Set<number>(), replaces: new Set<number>() };
const overlaps = (rows: Row[], answers = none) => {
	const { held, cut } = overlapsOf(rows, ({ channel }) => channel, answers);
	return { held: [...held.values()], cut: [...cut.values()] };
};

test.each<[string, Row[]]>([
	['a monthly fee, then daily costs', [month(1, 50_000), ...days(2, 3000)]],
	['daily costs, then a monthly fee', [...days(1, 3000), month(2, 50_000)]],
	['a channel, then some of its campaigns', [month(1, 50_000), month(2, 20_000, 'Spring')]],
	['campaigns, then another sum of their channel', [month(1, 20_000, 'Spring'), month(2, 50_000)]],
	['a channel by month, then campaigns by day', [month(1, 50_000), ...days(2, 1000, 'Spring')]]
])('%s → the later file waits for an answer, and nothing of it is cut', (_, rows) => {
	const { held, cut } = overlaps(rows);
	expect(held).toEqual(rows.filter(({ importId }) => importId === 2).map(() => 2));
	expect(cut).toEqual([]);
});

test.each<[string, Row[]]>([
	['a month and days that sum up to it', [month(1, 93_000), ...days(2, 3000)]],
	['days and their month', [...days(1, 3000), month(2, 93_000)]],
	['a month so far, then all of it', [row(1, '2026-03-01', '2026-03-12', 400), month(2, 1000)]],
	['the same month with another amount', [month(1, 400), month(2, 500)]],
	['two campaigns', [month(1, 400, 'Spring'), month(2, 500, 'Summer')]],
	['a month beside the next', [month(1, 400), row(2, '2026-04-01', '2026-04-30', 900)]],
	['what another channel spends', [month(1, 400), { ...days(2, 3)[0]!, channel: 'Search' }]]
])('%s → nothing to ask', (_, rows) => {
	expect(overlaps(rows).held).toEqual([]);
});

test.each<[string, Row[], number]>([
	['two files', [month(1, 50_000), month(2, 30_000, 'A'), month(2, 20_000, 'B')], 1],
	['one file', [month(1, 50_000), month(1, 30_000, 'A'), month(1, 20_000, 'B')], 1],
	['the campaigns first', [month(1, 30_000, 'A'), month(1, 20_000, 'B'), month(2, 50_000)], 1]
])('a channel that is the sum of its campaigns, in %s → counts once, by campaign', (_, rows, n) => {
	const { held, cut } = overlaps(rows);
	expect(held).toEqual([]);
	expect(cut).toEqual(Array.from({ length: n }, () => ({ kept: [], by: expect.any(Number) })));
});

test('a row without campaign beside campaigns of the same file, of another sum → each counts', () => {
	expect(overlaps([month(1, 5000), month(1, 3000, 'A')])).toEqual({ held: [], cut: [] });
});

test('an answer → the file is held no more: it adds, or takes the days from the other', () => {
	const rows = [month(1, 50_000), ...days(2, 1000, 'Spring').slice(0, 10)];
	expect(overlaps(rows, { ...none, adds: new Set([2]) })).toEqual({ held: [], cut: [] });
	const { held, cut } = overlaps(rows, { ...none, replaces: new Set([2]) });
	expect(held).toEqual([]);
	expect(cut).toHaveLength(1);
	expect(cut[0]!.kept).toHaveLength(1);
	expect(cut[0]!.kept[0]!.to - cut[0]!.kept[0]!.from).toBe(20);
});

test('an earlier file said to be of an account of its own → no later file held for it', () => {
	const rows = [month(1, 50_000), ...days(2, 3000)];
	const other = { ...rows[0]!, importId: 1 };
	const { held } = overlapsOf(
		[other, ...rows.slice(1)],
		({ channel, importId }) => (importId === 1 ? null : channel),
		{ ...none, adds: new Set([1]) }
	);
	expect(held.size).toBe(0);
});
