import { changingFacts } from '../../changing-facts.ts';
import type { RowReader } from '../../facts.ts';
import type { FileFacts, RoleColumns } from '../../recogniser.ts';
import { plainHeader } from '../words/header-words.ts';
import { refundColumns } from './refund-column.ts';

/** Words of a payment that was not made, or was given back. */
const UNPAID =
	/\b(payouts?|auszahlung\w*|uitbetaling\w*|withdrawals?|retraits?|fail\w*|declined?|denied|refund\w*|cancell?ed|void(ed)?|expired|unpaid|pending|on hold|open|draft|incomplete|disputed?|charge ?backs?|abandoned|rembours\w*|annule\w*|echou\w*|refuse\w*|impaye\w*|en attente|erstattet|storniert|fehlgeschlagen|abgelehnt|offen|reembolsad\w*|cancelad\w*|fallid\w*|pendiente|rimborsat\w*|annullat\w*|fallit\w*|terugbetaald|geannuleerd|mislukt|verlopen|geweigerd|gestorneerd|teruggeboekt|pendente|expiree?s?|abgelaufen|verfallen|caducad\w*|rechazad\w*|scadut\w*|rifiutat\w*|expirad\w*|recusad\w*|estornad\w*|non aboutie?s?)\b/;

/** More of them, and words of a place that nobody booked yet, which are everyday words but where a state is said. */
const UNSETTLED =
	/\b(reject\w*|revers\w*|past ?due|overdue|uncollectible|contest\w*|litige|rejet\w*|en retard|options?|devis|quoted?|proposals?|proposed|tentative|propos(e|ee|ition)|angebot|zuruckgewiesen|preventivo|presupuesto|offerte|orcamento)\b/;

/** Those of them that say so of what was given back: settled where a column says how much, which is subtracted. */
const GIVEN_BACK = /\b(refund\w*|rembours\w*|erstattet|reembolsad\w*|rimborsat\w*|terugbetaald)\b/;

/** What the state of a payment or a booking is called, by whatever it is of. */
const STATE =
	/\b(status|statut|state|etat|zustand|estado|stato|stand|situation|payment status|reporting category)\b/;
/** States of something else: of a parcel, of the place where somebody lives. */
const OTHER_STATE =
	/\b(fulfil\w*|shipping|shipment|delivery|livraison|versand|billing|address|charge|e ?mail|campaign|campagne|kampagne\w*|ad|ads|opt ?in|subscri\w*|membership|patron)\b|\b(province|zip|country)\b/;

/** The columns that may say that a row of money was not paid: those that are read as its kind, and any state. */
function stateColumns(header: readonly string[], { event, status }: RoleColumns): number[] {
	const called = header.flatMap((name, column) => {
		const text = plainHeader(name);
		return STATE.test(text) && !OTHER_STATE.test(text) ? [column] : [];
	});
	return [...new Set([event, status, ...called])].filter((column) => column !== undefined);
}

/** Tells the column by which a row of money was not paid; undefined where none says so. */
export function unpaidTeller(
	{ table }: FileFacts,
	columns: RoleColumns
): (row: readonly string[]) => number | undefined {
	const { amount: back, flag } = refundColumns(table);
	const states = stateColumns(table.header, columns);
	// a column has few words that differ
	const known = new Map<string, boolean>();
	const isUnpaid = (cell: string, isKind: boolean) => {
		const text = plainHeader(cell);
		const isSettled = (back ?? flag) !== undefined && GIVEN_BACK.test(text);
		return !isSettled && (UNPAID.test(text) || (!isKind && UNSETTLED.test(text)));
	};
	return (row) =>
		states.find((column) => {
			const cell = row[column] ?? '';
			const key = column === columns.event ? `kind ${cell}` : cell;
			let says = known.get(key);
			if (says === undefined) {
				says = isUnpaid(cell, column === columns.event);
				if (known.size < MOST_KNOWN) known.set(key, says);
			}
			return says;
		});
}

const MOST_KNOWN = 1000;

/** Of what was paid back in part, the rest was paid. */
const IN_PART = /\bparti/;

/** A reader of sales without those that were not paid, or given back: whoever reads them all the same takes none for paid. */
export function exceptUnpaid(
	read: RowReader,
	unpaidIn: (row: readonly string[]) => number | undefined
): RowReader {
	return changingFacts(read, (facts, row) => {
		const [fact] = facts;
		// less than nothing is what was paid back of another row
		if (fact?.fact !== 'money' || fact.amount === null || fact.amount <= 0) return { facts };
		const column = unpaidIn(row);
		const isNone = column !== undefined && !IN_PART.test(plainHeader(row[column] ?? ''));
		return isNone ? { skip: 'unpaid' } : { facts };
	});
}
