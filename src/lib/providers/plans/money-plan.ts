import type { AmountUnit } from './amounts.ts';
import { moneyReader } from './money-reader.ts';
import { textOf } from './event-reader.ts';
import type { SkipCode } from '../facts.ts';
import { columnFinder } from '../headers.ts';
import { ofChannel } from './of-channel.ts';
import { lessRefunds } from './refunds.ts';
import { planned, type Plan } from './plan.ts';
import { testColumns } from './test-sales.ts';
import type { FileFacts, Recogniser, RoleColumns } from '../recogniser.ts';

type MoneyPlan = Omit<Plan, 'instants' | 'zone' | 'reader' | 'kind'> & {
	kind: 'spend' | 'value';
	/** the start of the amount's header, where a currency follows it in brackets */
	amount?: RegExp;
	/** where the readers came from that the money was spent on, as links say it (`utm_source`) */
	channel?: string;
	/** what one of the amounts of a file is, where its header does not say so */
	amounts?: (file: FileFacts) => AmountUnit | undefined;
	/** why a row is no spend or sale */
	skip?: (file: FileFacts) => (row: string[]) => SkipCode | undefined;
	/** a column, normalised, of what was paid back of the amount */
	refunded?: readonly string[];
	/** a column, normalised, of whom money went to: of what was paid back by oneself it is the reader */
	paidBackTo?: readonly string[];
};

/** What services call the state of a sale. */
const STATES = [
	'financial status',
	'order status',
	'payment status',
	'status',
	'état de la commande',
	'statut de la commande',
	'état',
	'statut'
];

/** Makes the recogniser of what an advertiser's or a shop's service exports: one amount a row, with local dates. */
export function moneyPlan({
	amount,
	amounts,
	channel,
	skip,
	refunded = [],
	paidBackTo = [],
	columns,
	needs,
	...plan
}: MoneyPlan): Recogniser {
	const base = planned({
		...plan,
		columns,
		needs: needs.filter((role) => role !== 'amount' || !amount),
		instants: ['from', 'to', 'at'],
		// money has local dates, which are the same in every zone as long as one is kept to
		zone: { known: 'UTC' },
		reader(file, roleColumns, instants) {
			const back = columnFinder(file.table.header)(...refunded);
			const unit = amounts?.(file);
			const readerOf = (own: RoleColumns) => moneyReader(plan.kind, file, own, instants, unit);
			const received = readerOf(roleColumns);
			const address = columnFinder(file.table.header)(...paidBackTo);
			const sent = address === undefined ? received : readerOf({ ...roleColumns, address });
			const isBack = (row: string[]) => /^[-−(]/.test(cellOf(row, roleColumns.amount));
			const own = new Set(
				file.table.sample.filter((row) => !isBack(row)).map((row) => cellOf(row, address))
			);
			const whole = (row: string[]) => {
				const isOwn = isBack(row) && own.has(cellOf(row, roleColumns.address));
				return (isOwn ? sent : received)(row);
			};
			// where what was paid back is a row of its own, the sale stays one, whatever its state
			const isOwnRow = file.table.sample.some(isBack);
			const state = isOwnRow ? undefined : columnFinder(file.table.header)(...STATES);
			const read = lessRefunds(whole, roleColumns.amount, {
				...(back !== undefined && { amount: back }),
				...(state !== undefined && { state })
			});
			const why = leftOut(plan.kind, file, skip?.(file));
			const placed = ofChannel(read, channel);
			return (row) => {
				const left = why(row);
				return left && textOf(row.join('')) ? { skip: left } : placed(row);
			};
		}
	});
	if (!amount) return base;
	return {
		...base,
		match(file) {
			const roleColumns = base.match(file);
			const column = file.table.header.findIndex((name) => amount.test(name.trim()));
			return roleColumns && column !== -1 ? { ...roleColumns, amount: column } : null;
		}
	};
}

function cellOf(row: string[], column = -1): string {
	return row[column]?.trim().toLowerCase() ?? '';
}

/** Tells why a row is left out: by what the service says, or because a column marks the sale as a test. */
function leftOut(
	kind: MoneyPlan['kind'],
	{ table }: FileFacts,
	why?: (row: string[]) => SkipCode | undefined
): (row: string[]) => SkipCode | undefined {
	const tests = kind === 'value' ? testColumns(table.header) : [];
	const isTest = (row: string[]) =>
		tests.some(({ column, isTest }) => isTest((row[column] ?? '').trim()));
	return (row) => why?.(row) ?? (isTest(row) ? 'nothingHappened' : undefined);
}
