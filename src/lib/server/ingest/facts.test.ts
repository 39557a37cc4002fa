import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRows } from '#lib/csv/read-rows.ts';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { survey } from '#lib/csv/survey.ts';
import { tableFacts } from '#lib/csv/table-facts.ts';
import type { Fact, RowReading } from '#lib/providers/facts.ts';
import { skippingHeader } from '#lib/providers/skipping-header.ts';
import { tellTable } from './reading/tell-table.ts';
import { cardReader } from './reading/weigh-reading.ts';

// Each block of `samples/facts.txt` is a file: `=== name`, the file, `---` and what waits for an answer
// (nothing where it goes in by itself), then a line for what each of its rows states.

const now = Date.UTC(2026, 11, 1);
const zone = { zone: 'Europe/Paris', from: 'publication' } as const;

const blocks = readFileSync(join(import.meta.dirname, 'samples/facts.txt'), 'utf8')
	.split(/^=== /m)
	.slice(1)
	.map((block) => {
		const [, name = '', text = '', waits = '', lines = ''] =
			/^(.*)\n([^]*?)^---(.*)\n([^]*)$/m.exec(block) ?? [];
		const file = text.replaceAll('\\t', '\t');
		return { name, text: file, expected: [waits.trim(), ...lines.trim().split('\n')] };
	});

/** What waits, and what every row of every table states. */
async function read(name: string, text: string): Promise<string[]> {
	const source = bytesInMemory(name, text);
	const sheet = await survey(source);
	const waits = new Set<string>();
	const lines: string[] = [];
	for (const table of sheet.tables) {
		const file = { name, ...tableFacts(sheet, table) };
		const recognition = tellTable(file, { saved: null, map: null, about: {} });
		if (!recognition) continue;
		const reader = await cardReader(source, sheet, { file, recognition }, zone, now);
		const readRow = skippingHeader(reader.read, table.header);
		for await (const { rows } of readRows(source, sheet, table))
			for (const row of rows) {
				const reading = readRow(row);
				reader.keeper.observe(row, reading);
				lines.push(told(reading));
			}
		for (const doubt of reader.keeper.card().doubts) if (doubt.waits) waits.add(doubt.code);
	}
	return [[...waits].sort().join(), ...lines];
}

function told(reading: RowReading): string {
	if ('reject' in reading) return `rejected ${reading.reject}`;
	if ('skip' in reading) return `skipped ${reading.skip}`;
	return reading.facts.map(toldFact).join(' + ');
}

/** A fact in one line: its kind, then what it says, instants as people write them. */
function toldFact({ fact, ...rest }: Fact): string {
	const parts = (value: unknown): string[] => {
		if (value === null || value === undefined) return [];
		if (typeof value === 'number' && value > 1e11)
			return [new Date(value).toISOString().replace(/(:00)?\.000Z$/, 'Z')];
		if (typeof value === 'object') return Object.values(value).flatMap(parts);
		return [String(value)];
	};
	return [fact, ...parts(rest)].join(' ').replace(/^event /, '');
}

test.each(blocks)('$name → what a person would read', async ({ name, text, expected }) => {
	expect(await read(name, text)).toEqual(expected);
});
