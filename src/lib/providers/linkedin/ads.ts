import { moneyPlan } from '../plans/money-plan.ts';

// Campaign Manager → Export → Campaign performance

/** One campaign a row and day, month first, below some lines about the report. */
export const linkedinAds = moneyPlan({
	provider: 'linkedin',
	kind: 'spend',
	channel: 'linkedin',
	signature: [
		['start date (in utc)', 'start date', 'date de début (en utc)', 'date de début (utc)'],
		['account name', 'campaign group name', 'nom du compte', 'nom du groupe de campagnes'],
		['campaign name', 'campaign group name', 'nom de la campagne', 'nom du groupe de campagnes'],
		['total spent', 'total dépensé', 'dépense totale']
	],
	columns: {
		from: ['start date (in utc)', 'start date', 'date de début (en utc)', 'date de début (utc)'],
		to: ['end date (in utc)', 'end date', 'date de fin (en utc)', 'date de fin (utc)'],
		campaign: [
			'campaign name',
			'campaign group name',
			'nom de la campagne',
			'nom du groupe de campagnes'
		],
		amount: ['total spent', 'spend', 'total dépensé', 'dépense totale'],
		currency: ['currency', 'devise', 'account currency']
	},
	dates: { from: { order: 'mdy' }, to: { order: 'mdy' } },
	needs: ['campaign', 'from', 'amount']
});
