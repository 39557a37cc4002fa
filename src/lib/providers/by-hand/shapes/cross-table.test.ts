import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import type { FileKind } from '../../recogniser.ts';
import { anyFile } from '../any-file.ts';

/** What is read of a file: its kind, and of each amount what it is of, its days, and cents. */
async function read(name: string, lines: readonly string[], kind?: FileKind) {
	const source = bytesInMemory(name, `${lines.join('\n')}\n`);
	const sheet = await survey(source);
	const file = { name, ...tableFacts(sheet, sheet.tables[0]!) };
	const found = anyFile(file, kind);
	if (!found) return null;
	const { recogniser, columns, because } = found;
	const reader = recogniser.reader(file, columns, new Map());
	return {
		kind: recogniser.kind,
		because,
		rows: file.table.sample.map((row) => {
			const reading = reader(row);
			if (!('facts' in reading)) return reading;
			return reading.facts.map((fact) =>
				fact.fact === 'money'
					? [fact.channel ?? fact.campaign, fact.from, fact.to, fact.amount].join(' ')
					: fact
			);
		})
	};
}

const january = 'Radio 2026-01-01 2026-01-31 120000';
const february = 'Radio 2026-02-01 2026-02-28 90050';

test.each([
	['budget.csv', 'Channel;Jan 2026;Feb 2026'],
	['budget.csv', 'Channel;2026-01;2026-02'],
	['budget.csv', 'Channel;2026-01-01;2026-02-01'],
	['budget.csv', 'Channel;Jan-26;Feb-26'],
	['budget.csv', 'Channel;Spend Jan 2026 (€);Spend Feb 2026 (€)'],
	['dépenses 2026.csv', 'Canal;Janv.;Févr.'],
	['dépenses.csv', ';janv.-26;févr.-26'],
	['dépenses.csv', '2026;janvier;février'],
	['Kosten 2026.csv', 'Kanal;Januar;Februar']
])('%s with “%s” → each amount is of its channel and month', async (name, header) => {
	expect(await read(name, [header, 'Radio;1 200;900,50', 'Total;1 200;900,50'])).toEqual({
		kind: 'spend',
		because: 'evidence',
		rows: [[january, february], { skip: 'totals' }]
	});
});

test('a column for each week or day → so long', async () => {
	const weeks = await read('spend.csv', ['Channel,2026-01-05,2026-01-12', 'Radio,1,2']);
	expect(weeks?.rows).toEqual([
		['Radio 2026-01-05 2026-01-11 100', 'Radio 2026-01-12 2026-01-18 200']
	]);
	const days = await read('spend.csv', ['Channel,2026-01-05,2026-01-06', 'Radio,1,2']);
	expect(days?.rows).toEqual([
		['Radio 2026-01-05 2026-01-05 100', 'Radio 2026-01-06 2026-01-06 200']
	]);
	// days that may be months as well, and days in no order
	expect(await read('spend.csv', ['Channel,01/01/2026,02/01/2026', 'Radio,1,2'])).toBeNull();
	expect(
		await read('spend.csv', ['Channel,2026-01-05,2026-01-06,2026-02-17', 'Radio,1,2,3'])
	).toBeNull();
});

test('quarters and totals beside their months → counted once', async () => {
	const header = 'Channel,Jan 2026,Feb 2026,Mar 2026,Q1 2026,Total';
	const found = await read('budget.csv', [header, 'Radio,1,2,3,6,6']);
	expect(found?.rows.flat()).toHaveLength(3);
});

test('what was meant beside what was spent → what was spent; one period twice → no crossed table', async () => {
	const header = 'Canal;Prévu janv. 2026;Réel janv. 2026;Prévu févr. 2026;Réel févr. 2026';
	const found = await read('budget.csv', [header, 'Radio;1;1200;2;900,50']);
	expect(found?.rows).toEqual([[january, february]]);
	const twice = 'Channel;Jan 2026;Feb 2026;Jan 2026;Feb 2026';
	expect(await read('budget.csv', [twice, 'Radio;1;1200;2;900'])).toBeNull();
});

test('a blank or a zero → no amount; one that is none → its row is refused', async () => {
	const lines = ['Channel,Jan 2026,Feb 2026', 'A,1,', 'B,0,2', 'C,,', 'D,1x,2', 'E,1,1', 'F,2,2'];
	const found = await read('budget.csv', lines);
	expect(found?.rows.map((row) => (Array.isArray(row) ? row.length : row))).toEqual([
		1,
		1,
		{ skip: 'blank' },
		{ reject: 'badAmount' },
		2,
		2
	]);
});

test('months with a column for each channel → read where it is money, or a person says so', async () => {
	const rows = ['Jan 2026,1,2', 'Feb 2026,3,4', 'Total,4,6'];
	const expected = [
		['Radio 2026-01-01 2026-01-31 100', 'Ads 2026-01-01 2026-01-31 200'],
		['Radio 2026-02-01 2026-02-28 300', 'Ads 2026-02-01 2026-02-28 400'],
		{ skip: 'totals' }
	];
	const inEuros = await read('2026.csv', ['Month,Radio (€),Ads (€)', ...rows]);
	expect(inEuros).toMatchObject({ because: 'guess', rows: expected });
	const named = await read('ad spend.csv', ['Month,Radio (€),Ads (€)', ...rows]);
	expect(named).toMatchObject({ because: 'evidence', rows: expected });

	const said = await read('2026.csv', ['Month,Radio spend,Ads spend', ...rows]);
	expect(said).toMatchObject({ because: 'evidence', rows: expected });
	// what one click or lead cost is of no channel
	const costs = await read('2026.csv', ['Month,Cost,Cost per lead', ...rows]);
	expect(costs?.rows.slice(0, 2)).toEqual([{ reject: 'noChannel' }, { reject: 'noChannel' }]);

	// any number may stand so
	expect(await read('2026.csv', ['Month,Radio,Ads', ...rows])).toBeNull();
	expect((await read('2026.csv', ['Month,Radio,Ads', ...rows], 'spend'))?.rows).toEqual(expected);
	expect((await read('2026.csv', ['Month,Radio,Ads', ...rows], 'value'))?.kind).toBe('value');
});

test('counts of mail by month → no money', async () => {
	for (const [name, header] of [
		['2026.csv', 'Month,Opens,Clicks'],
		['spend.csv', 'Month,Opens,Clicks'],
		['2026.csv', 'Month,Subscribers,Unsubscribes']
	] as const) {
		const found = await read(name, [header, 'Jan 2026,1,2', 'Feb 2026,3,4']);
		expect(['spend', 'value'], header).not.toContain(found?.kind);
	}
	expect(await read('clicks 2026.csv', ['Channel,Jan,Feb', 'Radio,1,2'])).toBeNull();
	expect(await read('2026.csv', ['Topic,Jan,Feb', 'Tides,1,2'])).toBeNull();
});

test('thousands said above a table → of each amount', async () => {
	const [above, ...lines] = [
		'Budget 2026 (k€)',
		'',
		'Channel;January;February',
		'Radio;1,2;0,9005'
	];
	expect((await read('plan.csv', [above!, ...lines]))?.rows).toEqual([[january, february]]);
	expect((await read('plan.csv', ['Budget 2026', ...lines]))?.rows).toEqual([
		['Radio 2026-01-01 2026-01-31 120', 'Radio 2026-02-01 2026-02-28 90']
	]);
});
