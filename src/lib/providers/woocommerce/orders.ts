import { columnFinder } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';

// Analytics → Orders → Download; WooCommerce → an export plug-in

/** What an order came to. */
const TOTALS = [
	'order total amount',
	'order total',
	'order amount',
	'montant total de la commande',
	'total de la commande',
	'net sales',
	'total'
];

/** What the article of a row is called, where an order has a row for each. */
const LINES = [
	'item #',
	'item name',
	'item cost',
	'line item',
	'product name',
	'sku',
	"nom de l'article",
	'nom de l’article',
	"nom de l'élément",
	'nom du produit',
	'ugs'
];

/** One order a row, or one article of it. Refunds are taken off; what is not paid brought nothing. */
export const woocommerceOrders = moneyPlan({
	provider: 'woocommerce',
	kind: 'value',
	signature: [
		['order number', 'order id', 'order #', 'numéro de commande'],
		['order status', 'status', 'état de la commande', 'statut de la commande'],
		[
			'email (billing)',
			'billing email',
			'billing: email',
			'customer user email',
			'order total amount',
			'net sales',
			'attribution',
			'e mail (facturation)',
			'montant total de la commande'
		],
		['order date', 'date', 'date created', 'date de commande', 'paid date', 'completed date']
	],
	without: ['financial status', 'amount refunded', 'campaign'],
	columns: {
		at: ['paid date', 'order date', 'date created', 'date', 'date de commande', 'completed date'],
		amount: TOTALS,
		currency: ['order currency', 'currency', 'devise'],
		address: [
			'email (billing)',
			'billing email',
			'billing: email',
			'customer email',
			'customer user email',
			'email',
			'e-mail (facturation)',
			'e mail (facturation)'
		],
		campaign: ['utm campaign', 'campaign (utm)'],
		channel: ['utm source', 'attribution', 'origin']
	},
	refunded: [
		'order refund amount',
		'refunded amount',
		'refund amount',
		'montant remboursé',
		'montant du remboursement de la commande'
	],
	needs: ['at', 'amount'],
	skip({ table }) {
		const find = columnFinder(table.header);
		const status =
			find('order status', 'status', 'état de la commande', 'statut de la commande') ?? -1;
		const order = find('order number', 'order id', 'order #', 'numéro de commande') ?? -1;
		const total = find(...TOTALS) ?? -1;
		const isOfLines = find(...LINES) !== undefined;
		let above = '';
		return (row) => {
			// a line of an order repeats its total
			const own = `${row[order]}\n${row[total]}`;
			const isLine = isOfLines && own === above;
			above = own;
			return isLine ||
				/fail|cancel|pending|on[- ]hold|draft|trash|échou|annul|attente/i.test(row[status] ?? '')
				? 'nothingHappened'
				: undefined;
		};
	}
});
