import { expect, test } from 'vitest';
import { ledgerFigures } from '#lib/server/figures/money/ledger.ts';
import { locales } from '#lib/locales.ts';
import { pastedFile } from '../../src/routes/p/[publication]/ledger/pasted.ts';
import { newWorkspace } from './publication.ts';

// Rows that are pasted without a head get one in the language of the page: each has to be read as such.

const pasted = {
	spend: 'Salon\t2026-01-01\t2026-01-03\t120\tEUR\tHiver',
	value: '2026-01-02\t12\tEUR\tSalon\tHiver\tAtelier',
	placement: 'Acme\t12\t300\tEUR\t40\tPorts'
};

test.each(locales)(
	'rows pasted without a head on a page in %s → all columns are read',
	async (locale) => {
		const workspace = await newWorkspace();
		const files = Object.entries(pasted).map(([kind, rows]) => [
			`pasted-${kind}.csv`,
			new TextEncoder().encode(pastedFile(kind as keyof typeof pasted, rows, locale))
		]);
		await workspace.take(Object.fromEntries(files));
		const { spend, value, placement } = await ledgerFigures(
			workspace.db,
			await workspace.publication()
		);
		expect(spend).toMatchObject([
			{ channel: 'Salon', campaign: 'Hiver', amount: 12_000, from: '2026-01-01', to: '2026-01-03' }
		]);
		expect(value).toMatchObject([
			{ channel: 'Salon', campaign: 'Hiver', amount: 1200, kind: 'Atelier' }
		]);
		expect(placement).toMatchObject([
			{ sponsor: 'Acme', issue: '12', fee: 30_000, guaranteedClicks: 40, item: 'Ports' }
		]);
	}
);
