import { countOf } from '../count-reader.ts';
import { textOf } from '../event-reader.ts';
import type { MoneyFact, Reading } from '../facts.ts';
import { isErased, readAddress } from '../read-address.ts';
import { readLink } from '../read-link.ts';
import type { Columns, FileFacts, Instants, Role } from '../recogniser.ts';
import { refuse } from '../refuse.ts';
import { currencyIn, localDay, minorUnits } from './money.ts';

const MONEY = { spend: 'spend', value: 'value', placements: 'placement' } as const;

/** Makes the reader of what channels cost, what readers bring, or what sponsors pay: one amount a row. */
export function moneyReader(
	kind: keyof typeof MONEY,
	{ table }: FileFacts,
	columns: Columns,
	instants: Map<Role, Instants>
): (row: string[]) => Reading {
	const amountAt = columns.amount ?? -1;
	const ofHeader = currencyIn(table.header[amountAt] ?? '');
	const text = (row: string[], role: Role) => textOf(row[columns[role] ?? -1]) ?? undefined;
	// one date alone is both ends
	const fromRole: Role = columns.from !== undefined ? 'from' : 'at';
	const toRole: Role = columns.to !== undefined ? 'to' : fromRole;

	return (row) => {
		const cell = row[amountAt];
		if (cell === undefined) return refuse(row, 'tooFewCells');
		const currency = currencyIn(text(row, 'currency') ?? '') ?? currencyIn(cell) ?? ofHeader;
		if (currency === null) return refuse(row, 'noCurrency');
		const amount = minorUnits(cell, currency);
		if (amount === null || amount === 'bad') return refuse(row, 'badAmount');

		const ends = (
			[
				[fromRole, 'first'],
				[toRole, 'last']
			] as const
		).map(([role, edge]) => {
			const written = text(row, role);
			return written === undefined ? null : (localDay(written, instants.get(role), edge) ?? 'bad');
		});
		if (ends.includes('bad')) return refuse(row, 'badTime');

		const fact: MoneyFact = {
			fact: 'money',
			money: MONEY[kind],
			amount,
			currency,
			from: ends[0]!,
			to: ends[1]!
		};
		for (const role of ['channel', 'campaign', 'issue', 'sponsor'] as const) {
			const value = text(row, role);
			if (value !== undefined) fact[role] = value;
		}
		fact.campaign ??= text(row, 'campaignName');
		const label = text(row, 'event') ?? text(row, 'status');
		if (label !== undefined) fact.kind = label;

		const address = text(row, 'address');
		if (address !== undefined) {
			const reader = readAddress(address);
			if (reader === null) return refuse(row, 'badAddress');
			if (isErased(reader)) return { skip: 'erased' };
			fact.address = reader;
		}
		const link = text(row, 'url');
		if (link !== undefined) {
			const url = readLink(link);
			if (url === null) return refuse(row, 'badUrl');
			fact.url = url;
		}
		const guaranteed = countOf(text(row, 'details'));
		if (kind === 'placements' && typeof guaranteed === 'number') fact.guaranteedClicks = guaranteed;
		return { facts: [fact] };
	};
}
