import { expect, test } from 'vitest';
import { createFormats } from '#lib/messages/format.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { SponsorRow } from '#lib/server/figures/sponsors/sponsors.ts';
import { receiptLines } from './receipt-lines.ts';

const row = {
	item: 'A fair of boats',
	position: 5,
	unlocated: null,
	fee: 20_000,
	currency: 'EUR',
	delivered: 4000,
	basis: 'events',
	openers: 900,
	openPopulation: 1800,
	clickers: 80,
	clicks: 90,
	allClicks: 101,
	rate: 0.02,
	perClicker: 250,
	perThousandDelivered: 5000,
	perThousandOpeners: 22_222
} as unknown as SponsorRow;

const LOCALES = ['en', 'fr'] as const;

function lineOf(changed: Partial<SponsorRow>, name: string) {
	const lines = receiptLines({ ...row, ...changed }, createFormats(LOCALES[0], 'UTC'));
	return lines.find((line) => line.name === name)!;
}

test('a cost per 1,000 openers → how many openers it is of; without known opens → a dash, and why', () => {
	const known = lineOf({}, m['table.perThousandOpeners']());
	expect(known.note).toMatch(/900 .* 1,800 /);
	const unknown = { openers: null, openPopulation: null, perThousandOpeners: null };
	expect(lineOf(unknown, m['table.perThousandOpeners']())).toMatchObject({
		value: '–',
		note: m['receipt.sponsor.noOpens']()
	});
});

test('a placement without a fee → says so; one whose item is not found → gives no such reason', () => {
	expect(lineOf({ fee: null }, m['table.fee']()).note).toBe(m['receipt.sponsor.noFee']());
	const lost = { unlocated: 'noIssue', openers: null, fee: null } as unknown as Partial<SponsorRow>;
	expect(lineOf(lost, m['table.perThousandOpeners']()).note).toBe('');
});
