import type { SheetTable } from '#lib/csv/sheet.ts';
import { columnFinder, normalHeader } from '../headers.ts';
import { moneyPlan } from '../plans/money-plan.ts';
import { namesAll } from '../refuse.ts';

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
		// where the amount's header does not say it
		currency: ['currency', 'devise', 'währung', 'divisa', 'moneda', 'valuta', 'moeda'],
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
	skip: ({ table }) => {
		const campaign = columnFinder(table.header)(...CAMPAIGN) ?? -1;
		const parted = partedColumns(table);
		// the line of sums, above the others or below, names no campaign; that of a campaign by ages is of all
		return (row) =>
			row[campaign]?.trim() === '' || parted.some((column) => namesAll(row[column] ?? ''))
				? 'totals'
				: undefined;
	}
});

/** The columns of ages, of places, of whatever a report is broken down by, where "All" stands above each. */
function partedColumns({ header, sample }: SheetTable): number[] {
	const cells = (column: number) =>
		sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
	return header.flatMap((name, column) => {
		// an ad set may be called "All"
		if (CAMPAIGN.includes(normalHeader(name))) return [];
		const isParted = cells(column).some(namesAll) && !cells(column).every(namesAll);
		return isParted ? [column] : [];
	});
}
