import { expect, test } from 'vitest';
import { WEEK } from '#lib/duration.ts';
import { usualRules, type RuleSet } from '#lib/measure/verdicts/rules.ts';
import { everything } from '#lib/filters/filters.ts';
import { verdictFigures } from '#lib/server/figures/verdicts/verdicts.ts';
import { verdictLines } from '#lib/server/figures/verdicts/verdict-rows.ts';
import { rulesWithOthers } from '#lib/server/editing/rules-with-others.ts';
import { ruleViews, withParameters } from '#lib/measure/verdicts/rule-parameters.ts';
import { adoptRules, previewRules } from '#lib/server/derive/rules.ts';
import { workOff } from '#lib/server/ingest/files/worker.ts';
import { latestAudits } from '#lib/server/store/people/audit.ts';
import { recordRuleSet } from '#lib/server/store/events/rule-sets.ts';
import { newWorkspace, type Workspace } from './publication.ts';

const SENT = Date.UTC(2025, 8, 18, 6);

/** Ten links clicked by one reader in three seconds, and one by each of two others. */
function clicks() {
	const row = (email: string, seconds: number, n: number) =>
		`${email},${new Date(SENT + seconds * 1000).toISOString()},https://example.com/page-${n},Letter 12`;
	const scanned = Array.from({ length: 10 }, (_, n) => row('ana@example.org', 600 + (n % 4), n));
	const others = [row('ben@example.org', 4000, 1), row('eve@example.org', 9000, 2)];
	return ['Email,Timestamp,Url,Campaign', ...scanned, ...others].join('\n');
}

async function judged() {
	const workspace = await newWorkspace();
	await workspace.take({ 'clicks.csv': Buffer.from(clicks()) });
	const figures = async () =>
		verdictFigures(workspace.db, await workspace.publication(), everything);
	const work = () =>
		workOff(
			workspace.db,
			() => {
				throw new RangeError('nothing waits to be taken in');
			},
			() => 0
		);
	return { workspace, figures, work };
}

const without: RuleSet = {
	...usualRules,
	burst: { ...usualRules.burst, on: false },
	coverage: { ...usualRules.coverage, on: false }
};

test('a click → one verdict with a reason, and all of them add up', async () => {
	const { figures } = await judged();
	const { clicks, issues, examples } = await figures();

	expect(clicks).toMatchObject({ all: 12, human: 2, suspect: 0, machine: 10 });
	expect(clicks.reasons.reduce((n, row) => n + row.n, 0)).toBe(12);
	expect(issues[0]?.clicks).toMatchObject({ all: 12, human: 2 });
	expect(examples[0]).toMatchObject({ event: 'click', links: 10, seconds: 3 });
	expect(JSON.stringify(examples)).not.toContain('@');
});

/** Events of letters that went out week after week: a scan of all links, three clicks, or deliveries alone. */
function weeks(from: number, of: readonly ('scan' | 'click' | 'delivery')[]): Uint8Array {
	const rows = of.flatMap((kind, i) => {
		const week = from + i;
		const row = (seconds: number, event: string, url: string) => {
			const at = new Date(SENT + week * WEEK + seconds * 1000).toISOString();
			return ['ana@example.org', at, event, url, `Letter ${week}`].join();
		};
		const link = (n: number) => `https://example.com/week-${week}/page-${n}`;
		if (kind === 'delivery') return [row(0, 'delivered', '')];
		// as few people click, and scanners do
		if (kind === 'click') return [1, 2, 3].map((n) => row(600 + 3 * n, 'click', link(n)));
		return Array.from({ length: 10 }, (_, n) => row(600 + (n % 4), 'click', link(n)));
	});
	return Buffer.from(['Email,Timestamp,Event,Url,Campaign', ...rows].join('\n'));
}

test('what earlier letters taught of a reader → the same in whichever steps they come and go', async () => {
	const scansFile = { 'scans.csv': weeks(1, Array<'scan'>(4).fill('scan')) };
	// more than are looked back at, and they say nothing of anybody's habits
	const log = { 'log.csv': weeks(5, Array<'delivery'>(usualRules.lookBack + 1).fill('delivery')) };
	const click = { 'click.csv': weeks(40, ['click']) };
	const clicksOf = async ({ db, publication }: Workspace) => {
		const { clicks } = await verdictFigures(db, await publication(), everything);
		return { human: clicks.human, all: clicks.all };
	};
	const steps = await newWorkspace();
	await steps.take(click);
	expect(await clicksOf(steps)).toEqual({ human: 3, all: 3 });
	const [scans] = await steps.take(scansFile);
	expect(await clicksOf(steps)).toEqual({ human: 0, all: 43 });
	await steps.take(log);
	expect(await clicksOf(steps)).toEqual({ human: 0, all: 43 });
	await steps.undo(scans!.id);
	expect(await clicksOf(steps)).toEqual({ human: 3, all: 3 });

	const others = await newWorkspace();
	await others.take(scansFile);
	await others.take(log);
	await others.take(click);
	expect(await clicksOf(others)).toEqual({ human: 0, all: 43 });
});

test('a preview of other rules → writes nothing; applied → says the same', async () => {
	const { workspace, figures, work } = await judged();
	const before = await figures();
	const publication = await workspace.publication();

	const [preview] = await previewRules(workspace.db, publication, without);
	expect(preview).toMatchObject({
		all: 12,
		before: { clicks: 2, clickers: 2 },
		after: { clicks: 12, clickers: 3 }
	});
	expect(await figures()).toEqual(before);

	await adoptRules(workspace.db, publication, without, { by: null, now: 1 });
	expect((await figures()).rules.pending).toBe(true);
	await work();
	const after = await figures();
	expect(after.rules.pending).toBe(false);
	expect(after.clicks).toMatchObject({ all: 12, human: 12 });
	expect(after.rules.views.find(({ rule }) => rule === 'burst')?.on).toBe(false);
	expect(await workspace.differences()).toEqual([]);

	await adoptRules(workspace.db, publication, usualRules, { by: null, now: 2 });
	await work();
	expect((await figures()).clicks).toEqual(before.clicks);
});

test('changed rules → logged with who and how, and kept by a newer version', async () => {
	const { workspace, figures, work } = await judged();
	const publication = await workspace.publication();
	await adoptRules(workspace.db, publication, without, { by: 'somebody', now: 5 });

	const [entry] = await latestAudits(workspace.db, publication.id, 'rules');
	expect(entry).toMatchObject({
		by: 'somebody',
		at: 5,
		details: { own: ['burst.on', 'coverage.on'] }
	});

	// as a program of an earlier version recorded them
	const earlier = { ...without, version: usualRules.version - 1, own: ['burst.on', 'coverage.on'] };
	await recordRuleSet(workspace.db, publication.id, earlier, 6);
	await work();
	const { rules, clicks } = await figures();
	expect(rules.version).toBe(usualRules.version);
	expect(rules.views.find(({ rule }) => rule === 'burst')?.on).toBe(false);
	expect(clicks).toMatchObject({ all: 12, human: 12 });
});

test('two who change the rules at once → the second is told, and tries both changes together', async () => {
	const { workspace, figures } = await judged();
	const { db } = workspace;
	const publication = await workspace.publication();
	const actor = { by: null, now: 1 };
	const shown = (await figures()).rules.id;
	const mine = withParameters(
		{ ...usualRules, coverage: { ...usualRules.coverage, on: false } },
		new Set(ruleViews(usualRules).flatMap(({ rule }) => (rule === 'coverage' ? [] : rule))),
		new Map([['burst.ladder.0.links', 7]])
	)!;
	const theirs = { ...usualRules, burst: { ...usualRules.burst, on: false } };
	await adoptRules(db, publication, theirs, actor, shown);

	await expect(adoptRules(db, publication, mine, actor, shown)).rejects.toMatchObject({
		code: 'rulesMovedOn'
	});
	const both = await rulesWithOthers(db, publication, mine, shown);
	expect([both.burst.on, both.coverage.on, both.burst.ladder[0]!.links]).toEqual([false, false, 7]);
	await adoptRules(db, publication, both, actor, (await figures()).rules.id);
	expect(await rulesWithOthers(db, publication, usualRules, null)).toEqual(usualRules);
});

test('rules of a publication → hold for what is imported later', async () => {
	const { workspace, figures } = await judged();
	await adoptRules(workspace.db, await workspace.publication(), without, { by: null, now: 1 });
	const more =
		'Email,Timestamp,Url,Campaign\nzoe@example.org,2025-09-19T08:00:00Z,https://example.com/page-3,Letter 12';
	await workspace.take({ 'more.csv': Buffer.from(more) });

	expect((await figures()).clicks).toMatchObject({ all: 13, human: 13 });
});

test('downloaded rows → every event, with readers named by their hash alone', async () => {
	const { workspace } = await judged();
	const lines = [];
	for await (const part of verdictLines(workspace.db, await workspace.publication(), everything))
		lines.push(...part);

	expect(lines).toHaveLength(12);
	expect(lines.filter(({ verdict }) => verdict === 'human')).toHaveLength(2);
	expect(new Set(lines.map(({ reader }) => reader)).size).toBe(3);
	expect(lines.every(({ reader }) => /^[0-9a-f]{32}$/.test(reader))).toBe(true);
	expect(lines.every(({ send }) => send === 'Letter 12')).toBe(true);
});
