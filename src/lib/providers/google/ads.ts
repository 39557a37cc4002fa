import { moneyPlan } from '../plans/money-plan.ts';

// Campaigns → Download → CSV; Reports → Download

/** One campaign a row, below a title and the period; sums at the end. A segment by day or month has its own column. */
export const googleAds = moneyPlan({
	provider: 'google',
	kind: 'spend',
	channel: 'google',
	signature: [
		['campaign', 'campagne', 'kampagne', 'campaña', 'campagna', 'campanha'],
		[
			'currency code',
			'code de devise',
			'code devise',
			'währungscode',
			'código de moneda',
			'codice valuta',
			'valutacode',
			'código da moeda'
		],
		['cost', 'coût', 'kosten', 'coste', 'costo', 'custo'],
		[
			'impr.',
			'avg. cpc',
			'campaign status',
			'campaign type',
			'interactions',
			'impressions',
			'cpc moy.',
			'état de la campagne',
			'kampagnenstatus',
			'estado de la campaña',
			'stato campagna',
			'campagnestatus',
			'status da campanha'
		]
	],
	without: ['reporting starts', 'amount spent'],
	columns: {
		campaign: ['campaign', 'campagne', 'kampagne', 'campaña', 'campagna', 'campanha'],
		amount: ['cost', 'coût', 'kosten', 'coste', 'costo', 'custo'],
		currency: [
			'currency code',
			'code de devise',
			'code devise',
			'currency',
			'devise',
			'währungscode',
			'código de moneda',
			'codice valuta',
			'valutacode',
			'código da moeda'
		],
		from: [
			'day',
			'jour',
			'tag',
			'día',
			'giorno',
			'dag',
			'dia',
			'month',
			'mois',
			'monat',
			'week',
			'semaine'
		],
		conversions: ['conversions (all)']
	},
	needs: ['campaign', 'amount'],
	skip: ({ table }) => {
		const campaign = table.header.findIndex((name) =>
			/^(campaign|campagne|kampagne|campa|campagna)/i.test(name)
		);
		return (row) =>
			row.some((cell) => /^(total|totaux|gesamt|totale|totaal)\s*:/i.test(cell.trim())) ||
			/^\s*--\s*$/.test(row[campaign] ?? '')
				? 'totals'
				: undefined;
	}
});
