import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { previewPasted } from '#lib/server/ingest/questions/preview-pasted.ts';
import type { Publication } from '#lib/server/figures/publications.ts';
import { pastedLines } from './pasted-lines.ts';

const publication = { id: 1, zone: 'UTC', currency: 'EUR', language: 'en' } as Publication;
const how = {
	currency: 'EUR',
	undated: 'no date',
	doubt: ({ code }: { code: string }) => code,
	why: (code: string) => code,
	guaranteed: (n: number) => `${n} guaranteed`,
	remarks: []
};

test('pasted rows → days written out, amounts with their currency, and why beside what is wrong', async () => {
	const text =
		'Channel\tFrom\tTo\tSpend\nFair\t01/07/2026\t13/07/2026\t10.50\nFair\tsoon\t\t1\nFair\t\t\t12.50\n';
	const terms = { kind: 'spend', order: null, now: Date.UTC(2027, 0, 1) } as const;
	const shown = pastedLines(
		await previewPasted(publication, text, terms),
		createFormats('en', 'UTC'),
		how
	);
	expect(shown.lines.map(({ read, why }) => why ?? read)).toEqual([
		'Fair · 1 Jul – 13 Jul 2026 · €10.50',
		'badTime',
		expect.stringContaining('no date')
	]);
	expect(shown).toMatchObject({ order: 'dmy', asks: false, total: 3, rejected: 1 });
});
