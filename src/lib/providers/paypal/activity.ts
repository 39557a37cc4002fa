import { readNumber } from '#lib/csv/numbers.ts';
import { columnFinder } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';

// Activity → All reports → Activity download → CSV

/** Moves of one's own money: to the bank, between currencies, holds. */
const OWN =
	/withdrawal|transfer to bank|bank deposit|currency conversion|conversion|hold|reserve|authori[sz]ation|virement|retrait|blocage|devise/i;
const BACK = /refund|revers|chargeback|remboursement|annulation|contre-passation/i;

/** One move of money a row, in the account holder's language and order of dates. Refunds are less than nothing. */
export const paypalActivity = moneyPlan({
	provider: 'paypal',
	kind: 'value',
	signature: [
		'date',
		['timezone', 'time zone', 'fuseau horaire'],
		['type', 'description'],
		['status', 'état', 'etat'],
		['currency', 'devise'],
		['gross', 'avant commission', 'brut'],
		['net']
	],
	columns: {
		at: 'date',
		amount: ['gross', 'avant commission', 'brut'],
		currency: ['currency', 'devise'],
		address: [
			'from email address',
			"de l'adresse email",
			'de l’adresse email',
			"de l'adresse e mail"
		],
		event: ['item title', "titre de l'objet", 'type', 'description']
	},
	needs: ['at', 'amount'],
	paidBackTo: ['to email address', "à l'adresse email", 'à l’adresse email', "à l'adresse e mail"],
	skip({ table }) {
		const find = columnFinder(table.header);
		const status = find('status', 'état', 'etat') ?? -1;
		const type = find('type', 'description') ?? -1;
		const gross = find('gross', 'avant commission', 'brut') ?? -1;
		return (row) => {
			if (
				!/^(completed|complété|complete|terminé|effectué|partially refunded|refunded|remboursé.*)$/i.test(
					row[status]?.trim() ?? ''
				)
			)
				return 'nothingHappened';
			if (OWN.test(row[type] ?? '')) return 'nothingHappened';
			const amount = readNumber(row[gross] ?? '');
			// what one paid oneself is no sale
			return typeof amount === 'number' && amount < 0 && !BACK.test(row[type] ?? '')
				? 'nothingHappened'
				: undefined;
		};
	}
});
