import { expect, test } from 'vitest';
import type { SentFields } from '#lib/refused-form.ts';
import { refusedPage } from '#lib/server/access/refused-page.ts';
import { locales } from '#lib/locales.ts';
import { moneyKinds, type MoneyKind } from '#lib/money-kinds.ts';
import { createFormats } from '#lib/messages/format.ts';
import { addMoney, changeMoney, undoMoneyChange } from '#lib/server/editing/money.ts';
import {
	bookingWords,
	placementWords,
	spendWords,
	valueWords
} from '#lib/server/editing/money-words.ts';
import { ledgerFigures, type LedgerFigures } from '#lib/server/figures/money/ledger.ts';
import Booking from '../../src/routes/p/[publication]/ledger/Booking.svelte';
import { cellsOf } from '../../src/routes/p/[publication]/ledger/cells.ts';
import MoneyFields from '../../src/routes/p/[publication]/ledger/MoneyFields.svelte';
import { typedPlacements } from '../../src/routes/p/[publication]/ledger/places.ts';
import { countIn, kindOf, typed } from '../../src/routes/p/[publication]/ledger/typed.ts';
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

const words = { spend: spendWords, value: valueWords, placement: placementWords };
const form = { id: 'one', currency: 'CHF' };
const none = { channel: [], campaign: [], sponsor: [], label: [], issue: [] };

test.each(locales)(
	'statements opened and kept as they are shown, in %s → nothing of them changes',
	async (language) => {
		const formats = createFormats(language, 'UTC');
		const workspace = await newWorkspace();
		await workspace.take(files);
		const publication = await workspace.publication();
		const before = await ledgerFigures(workspace.db, publication);
		const rows = moneyKinds.flatMap((kind) => before[kind].map((row) => ({ kind, row })));
		expect(rows).toHaveLength(6);
		for (const { kind, row } of rows) {
			const given = { ...form, kind, cells: cellsOf(kind, row, formats), known: before.known };
			const { sent, flaws } = shownForm(MoneyFields, given);
			expect(flaws).toEqual([]);
			expect(kindOf(sent)).toBe(kind);
			const kept = words[kind](typed(sent));
			await changeMoney(workspace.db, publication, kind, row.id, kept as never, actor);
		}
		// what was imported is left out, and stands beside it as somebody kept it
		const after = await ledgerFigures(workspace.db, publication);
		for (const kind of moneyKinds) {
			const counting = after[kind].filter(({ leftOut }) => !leftOut);
			expect(counting.map(said).sort()).toEqual(before[kind].map(said).sort());
			expect(counting.map(({ importId }) => importId)).toEqual([null, null]);
		}
	}
);

/** A statement's own words, wherever it came from; those of a day stand in the order of their ids. */
function said({ id: _, importId: __, file: ___, ...row }: LedgerFigures[MoneyKind][number]) {
	return JSON.stringify(row, Object.keys(row).sort());
}

const whenRefused = (html: string, field: string) =>
	refusedPage(html, {
		refusal: { message: 'Why it was not kept.', fields: [field], given: null },
		sent: acme,
		to: new URL('https://example.com/p/tides/ledger?/add')
	});

test.each<[MoneyKind, string]>([
	['spend', 'to'],
	['value', 'amount'],
	['placement', 'guaranteed']
])('a form of %s refused for its %s → that field alone says why', (kind, field) => {
	const { html: fields, flaws } = shownForm(MoneyFields, {
		...form,
		kind,
		cells: {},
		known: none
	});
	expect(flaws).toEqual([]);
	const html = whenRefused(`<form method="POST" action="?/add">${fields}</form>`, field);
	const marked = [...html.matchAll(/name="(\w+)"[^>]*aria-invalid="true"/g)].map(
		([, name]) => name
	);
	expect(marked).toEqual([field]);
	expect(html.match(/Why it was not kept\./g)).toHaveLength(1);
});

const acme: SentFields = [
	['kind', 'placement'],
	['sponsor', 'Acme'],
	['item', ''],
	['guaranteed', '40'],
	['amount', '1000'],
	['currency', 'EUR'],
	['basis', 'all'],
	...['12', '13', '14'].flatMap((issue, i): SentFields => [
		['issue', issue],
		['own', i === 1 ? '0,01' : '']
	])
];

test('a booking that was not kept → its form shows all that was sent', () => {
	const given = { currency: 'CHF', known: none, sent: acme, isAsked: false };
	const { sent, flaws } = shownForm(Booking, given);
	expect(flaws).toEqual([]);
	expect(countIn(sent)).toBe(3);
	sent.delete('count');
	expect([...sent].sort()).toEqual(acme.toSorted());
});

test.each([
	['own-1', 'own'],
	['issue-2', 'issue'],
	['count', 'count']
])('a booking refused for %s → that field alone says why', (field, name) => {
	const given = { currency: 'CHF', known: none, sent: acme, isAsked: false };
	const { html: shown, flaws } = shownForm(Booking, given);
	expect(flaws).toEqual([]);
	const html = whenRefused(shown, field);
	const marked = [...html.matchAll(/<input[^>]*aria-invalid="true"[^>]*>/g)].map(
		([input]) => input
	);
	expect(marked).toEqual([expect.stringContaining(`name="${name}"`)]);
	expect(marked[0]).toContain(`id="new-placement-${field}"`);
	expect(html.match(/Why it was not kept\./g)).toHaveLength(1);
});

test('a booking → its placements in one change, which an undo takes back', async () => {
	const workspace = await newWorkspace();
	const publication = await workspace.publication();
	const { sent } = shownForm(Booking, {
		currency: 'CHF',
		known: none,
		sent: acme,
		isAsked: false
	});
	const placements = bookingWords(typed(sent), 'all', typedPlacements(sent));
	const whole = placements.map((one) => ({ ...one, urlId: null }));
	await addMoney(workspace.db, publication, 'placement', whole, actor);
	const { placement } = await ledgerFigures(workspace.db, publication);
	expect(placement.map(({ issue, fee }) => [issue, fee])).toEqual([
		['14', 49_999],
		['13', 1],
		['12', 50_000]
	]);
	expect(placement[0]).toMatchObject({ sponsor: 'Acme', currency: 'EUR', guaranteedClicks: 40 });

	// one that cannot be stored: none is
	const broken = [whole[0]!, { ...whole[1]!, sponsor: null as unknown as string }];
	await expect(addMoney(workspace.db, publication, 'placement', broken, actor)).rejects.toThrow();
	expect((await ledgerFigures(workspace.db, publication)).placement).toHaveLength(3);
	await undoMoneyChange(workspace.db, publication, actor);
	expect((await ledgerFigures(workspace.db, publication)).placement).toEqual([]);
});

const both = [
	{ issue: '12', own: '' },
	{ issue: '13', own: '' }
];
test.each([
	['an issue that is not named', 'noIssue', 'issue-1', [both[0]!, { issue: ' ', own: '' }], {}],
	['an issue named twice', 'sameIssue', 'issue-2', [...both, { issue: '12', own: '' }], {}],
	['an own fee that is none', 'badAmount', 'own-0', [{ issue: '12', own: '-1' }, both[1]!], {}],
	[
		'own fees above that of all',
		'feesDiffer',
		undefined,
		[{ issue: '12', own: '20' }, both[1]!],
		{}
	],
	[
		'own fees without a currency',
		'badCurrency',
		undefined,
		[{ issue: '12', own: '2' }],
		{ amount: '', currency: '' }
	],
	['no sponsor', 'noSponsor', undefined, both, { sponsor: '' }]
])('%s → refused: %s at %s', (_what, code, field, places, cells) => {
	const said: Record<string, string> = { sponsor: 'Acme', amount: '10', currency: 'EUR', ...cells };
	const words = () => bookingWords((name) => said[name] ?? '', 'all', places);
	expect(words).toThrow(expect.objectContaining({ code }));
	expect(words).toThrow(
		expect.objectContaining({
			details: field ? expect.objectContaining({ field }) : expect.anything()
		})
	);
});
