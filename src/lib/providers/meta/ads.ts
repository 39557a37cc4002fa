import { columnFinder } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';

// Ads Manager → Reports → Export table data

/** What the campaign, the ad set or the ad of a row is called under. */
const CAMPAIGN = [
	'campaign name',
	'nom de la campagne',
	'kampagnenname',
	'name der kampagne',
	'nombre de la campaña',
	'nome della campagna',
	'nome campagna',
	'campagnenaam',
	'nome da campanha',
	'ad set name',
	"nom de l'ensemble de publicités",
	'nom de l’ensemble de publicités',
	'ad name',
	'account name'
];

/**
 * One campaign, ad set or ad a row and period. The currency stands in the amount's header, headers in the
 * user's language.
 */
export const metaAds = moneyPlan({
	provider: 'meta',
	kind: 'spend',
	channel: 'facebook',
	signature: [
		[
			'reporting starts',
			'début des rapports',
			'début du rapport',
			'berichtsstart',
			'auswertungsbeginn',
			'inicio del informe',
			'inizio report',
			'inizio dei report',
			'rapportage start',
			'início dos relatórios',
			'início do relatório'
		],
		CAMPAIGN
	],
	columns: {
		campaign: CAMPAIGN,
		from: [
			'day',
			'jour',
			'tag',
			'día',
			'giorno',
			'dag',
			'dia',
			'reporting starts',
			'début des rapports',
			'début du rapport',
			'berichtsstart',
			'auswertungsbeginn',
			'inicio del informe',
			'inizio report',
			'inizio dei report',
			'rapportage start',
			'início dos relatórios',
			'início do relatório'
		],
		to: [
			'day',
			'jour',
			'tag',
			'día',
			'giorno',
			'dag',
			'dia',
			'reporting ends',
			'fin des rapports',
			'fin du rapport',
			'berichtsende',
			'auswertungsende',
			'fin del informe',
			'fine report',
			'fine dei report',
			'rapportage einde',
			'encerramento dos relatórios',
			'término dos relatórios'
		]
	},
	amount:
		/^(amount spent|montant dépensé|ausgegebener betrag|importe gastado|importo speso|besteed bedrag|valor (gasto|usado))\s*(\(|$)/i,
	needs: ['campaign', 'from', 'amount'],
	// the line of sums, above the others or below, names no campaign
	skip: ({ table }) => {
		const campaign = columnFinder(table.header)(...CAMPAIGN) ?? -1;
		return (row) => (row[campaign]?.trim() === '' ? 'totals' : undefined);
	}
});
