import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { awaitedBy } from '#lib/server/figures/money/awaited.ts';
import { previewPasted } from '#lib/server/ingest/questions/preview-pasted.ts';
import { pastedLines, unreadLines } from '../../src/routes/p/[publication]/ledger/pasted-lines.ts';
import { newWorkspace } from './publication.ts';

const HEAD = 'Sponsor\tIssue\tFee\tCurrency\n';

async function shown(kind: 'placements' | 'spend' | 'value', text: string) {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const preview = await previewPasted(publication, text, { kind, order: null, now: 0 });
	const awaited = await awaitedBy(workspace.db, publication, preview.rows);
	return pastedLines(preview, createFormats('en', 'UTC'), {
		currency: publication.currency,
		undated: 'no date',
		doubt: ({ code }) => code,
		why: (code) => code,
		guaranteed: (n) => `${n} guaranteed`,
		remarks: awaited.map((own) => own.map(({ code, what }) => `${code} ${what}`.trim()))
	});
}

test('placements of issues that nobody knows, without a fee, in a currency without a rate → each row says so', async () => {
	const rows = 'Acme\t9999\t300\tEUR\nAcme\tabc\t\tEUR\nAcme\tabc\t300\tCHF\n';
	const { lines, remarked, rejected } = await shown('placements', HEAD + rows);
	expect(lines.map(({ remark }) => remark)).toEqual([
		'noIssue 9999',
		'noFee · noIssue abc',
		'noRate CHF · noIssue abc'
	]);
	expect([remarked, rejected]).toEqual([3, 0]);
});

test('the type of value and the clicks that a sponsor is promised → part of what is read', async () => {
	const value = await shown('value', 'Date\tValue\tCurrency\tType\n2026-07-01\t80\tEUR\tAtelier\n');
	expect(value.lines[0]!.read).toContain('Atelier');
	expect(value.lines[0]!.remark).toBeNull();
	const head = 'Sponsor\tIssue\tFee\tCurrency\tGuaranteed clicks\n';
	const placed = await shown('placements', `${head}Acme\t12\t300\tEUR\t40\n`);
	expect(placed.lines[0]!.read).toContain('40 guaranteed');
});

test('days that may be read in two orders → nothing is read of them, and no order is chosen', async () => {
	const publication = await (await newWorkspace()).publication();
	const text = 'Channel\tFrom\tTo\tSpend\nFair\t01/07/2026\t05/07/2026\t80\n';
	const preview = await previewPasted(publication, text, { kind: 'spend', order: null, now: 0 });
	expect(unreadLines(preview)).toMatchObject({ lines: [], order: null, asks: true, total: 1 });
});
