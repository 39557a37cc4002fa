import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesInMemory } from '#lib/csv/source-of.ts';
import { Trouble } from '#lib/trouble.ts';
import { checkSource } from './reading/read.ts';

// Each block of `samples/*.txt` is a file: `=== name`, then what is to become of it, then the file.
// `ask`: nothing is stored before somebody answers. `in KIND role=Header …`: it goes in as that;
// `role=!` is a role that no column has, `status:left` what its readers are.

const now = Date.UTC(2026, 0, 1);

const blocks = ['other-trades.txt', 'newsletters.txt'].flatMap((file) =>
	readFileSync(join(import.meta.dirname, 'samples', file), 'utf8')
		.split(/^=== /m)
		.slice(1)
		.map((block) => {
			const [name = '', expected = '', ...lines] = block.split('\n');
			return { name, expected, text: lines.join('\n') };
		})
);

async function outcomeOf(name: string, text: string) {
	try {
		return await checkSource(bytesInMemory(name, text), { map: null, zone: 'UTC', now });
	} catch (error) {
		if (error instanceof Trouble && error.code === 'fileNotRecognised') return null;
		throw error;
	}
}

test.each(blocks)('$name → $expected', async ({ name, expected, text }) => {
	const outcome = await outcomeOf(name, text);
	const waits = outcome?.doubts.filter((doubt) => doubt.waits).map(({ code }) => code);
	const asked = outcome === null ? 'unknown' : waits!.length ? `asks ${waits!.join()}` : 'in';
	if (expected === 'ask') {
		expect(asked === 'in' ? [outcome!.kind, outcome!.columns] : 'asked').toBe('asked');
		return;
	}

	const [, kind, ...parts] = expected.split(' ');
	expect([asked, outcome?.kind ?? null]).toEqual(['in', kind]);
	for (const part of parts) {
		const [role = '', header = ''] = part.replaceAll('+', ' ').split('=');
		if (role === 'order') expect(outcome!.dates.order).toBe(header);
		else if (header) expect(outcome!.columns[role] ?? '!').toBe(header);
	}
});

test('files of newsletters → under 15 % asked about; files of another trade → none taken in', async () => {
	const outcomes = await Promise.all(
		blocks.map(async ({ name, expected, text }) => {
			const outcome = await outcomeOf(name, text);
			return { expected, isIn: outcome !== null && !outcome.doubts.some(({ waits }) => waits) };
		})
	);
	const right = outcomes.filter(({ expected }) => expected !== 'ask');
	expect(outcomes.filter(({ expected, isIn }) => expected === 'ask' && isIn)).toEqual([]);
	expect(right.filter(({ isIn }) => isIn).length / right.length).toBeGreaterThan(0.85);
});
