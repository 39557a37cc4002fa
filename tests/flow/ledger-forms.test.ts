import { expect, test } from 'vitest';
import { changeMoney } from '#lib/server/editing/money.ts';
import { placementWords, spendWords, valueWords } from '#lib/server/editing/money-words.ts';
import { ledgerFigures, type LedgerFigures } from '#lib/server/figures/money/ledger.ts';
import { cellsOf } from '../../src/routes/p/[publication]/ledger/cells.ts';
import MoneyFields from '../../src/routes/p/[publication]/ledger/MoneyFields.svelte';
import { kindOf, typed, type Kind } from '../../src/routes/p/[publication]/ledger/typed.ts';
import { newWorkspace } from './publication.ts';
import { shownForm } from './shown-form.ts';

// The forms of the ledger as a server writes them, sent as they are shown and kept as their page keeps them.

const text = (...lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const actor = { by: null, now: 1_700_000_000_000 };

const files = {
	'depenses.csv': text(
		'Canal;Campagne;Du;Au;Dépense;Devise',
		'Salon;Été "bleu";01/02/2026;28/02/2026;1 234,50;EUR',
		'Podcast;;05/02/2026;05/02/2026;900;JPY'
	),
	'recettes.csv': text(
		'Canal;Du;Au;Recette;Devise',
		'Salon;01/02/2026;28/02/2026;80,25;EUR',
		'Podcast;03/02/2026;03/02/2026;-12,00;EUR'
	),
	'sponsors.csv': text(
		'Sponsor;Numéro;Lien;Prix;Devise;Clics garantis',
		'Les & Cie;12;https://example.com/a;300,00;EUR;150',
		'Gratuit;13;https://example.com/b;;;'
	)
};

const kinds = ['spend', 'value', 'placement'] as const;
const words = { spend: spendWords, value: valueWords, placement: placementWords };
const form = { id: 'one', currency: 'CHF', refusal: null };

test('statements opened and kept as they are shown → nothing of them changes', async () => {
	const workspace = await newWorkspace();
	await workspace.take(files);
	const publication = await workspace.publication();
	const before = await ledgerFigures(workspace.db, publication);
	const rows = kinds.flatMap((kind) => before[kind].map((row) => ({ kind, row })));
	expect(rows).toHaveLength(6);
	for (const { kind, row } of rows) {
		const given = { ...form, kind, cells: cellsOf(kind, row), known: before.known };
		const { sent, flaws } = shownForm(MoneyFields, given);
		expect(flaws).toEqual([]);
		expect(kindOf(sent)).toBe(kind);
		const kept = words[kind](typed(sent));
		await changeMoney(workspace.db, publication, kind, row.id, kept as never, actor);
	}
	// what was imported is left out, and stands beside it as somebody kept it
	const after = await ledgerFigures(workspace.db, publication);
	for (const kind of kinds) {
		const counting = after[kind].filter(({ leftOut }) => !leftOut);
		expect(counting.map(said).sort()).toEqual(before[kind].map(said).sort());
		expect(counting.map(({ importId }) => importId)).toEqual([null, null]);
	}
});

/** A statement's own words, wherever it came from; those of a day stand in the order of their ids. */
function said({ id: _, importId: __, file: ___, ...row }: LedgerFigures[Kind][number]) {
	return JSON.stringify(row, Object.keys(row).sort());
}

test.each<[Kind, string]>([
	['spend', 'to'],
	['value', 'amount'],
	['placement', 'guaranteed']
])('a form of %s refused for its %s → that field alone says why', (kind, field) => {
	const refusal = { row: null, field, text: 'Why it was not kept.', kind } as never;
	const none = { channel: [], campaign: [], sponsor: [], label: [], issue: [] };
	const { html, flaws } = shownForm(MoneyFields, {
		...{ ...form, kind, cells: {}, known: none, refusal }
	});
	expect(flaws).toEqual([]);
	const marked = [...html.matchAll(/name="(\w+)"[^>]*aria-invalid="true"/g)].map(
		([, name]) => name
	);
	expect(marked).toEqual([field]);
	expect(html.match(/Why it was not kept\./g)).toHaveLength(1);
});
