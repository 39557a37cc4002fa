// long: it is the list of what is defined, not logic
import { defined } from '../../../src/routes/api/answers.ts';
import { words } from '#lib/messages/words.ts';

type Metric = {
	/** the message that pages, reports and the API show as the definition */
	key: string;
	en: string;
	fr: string;
};

/** What is measured, in the order in which a newcomer asks. Definitions themselves stand in `messages/`. */
const groups: readonly { title: string; metrics: readonly Metric[] }[] = [
	{
		title: 'Reach and clicks',
		metrics: [
			{ key: 'def.delivered', en: 'Delivered', fr: 'délivrés' },
			{ key: 'def.clickers', en: 'Clickers', fr: 'cliqueurs' },
			{ key: 'def.rate', en: 'Click rate', fr: 'taux de clic' },
			{ key: 'def.rawRate', en: 'Raw rate', fr: 'taux brut' },
			{ key: 'def.clicksPerOpener', en: 'Clicks per opener', fr: 'clics par ouvreur' },
			{ key: 'def.arrival', en: 'Clicks over time', fr: 'clics au fil du temps' },
			{ key: 'def.verdicts', en: 'Bot filtering', fr: 'filtrage des robots' },
			{
				key: 'def.clicksAside',
				en: 'Clicks filtered out, per issue',
				fr: 'clics filtrés par numéro'
			},
			{
				key: 'def.opensAside',
				en: 'Opens filtered out, per issue',
				fr: 'ouvertures filtrées par numéro'
			},
			{ key: 'def.basis', en: 'Basis', fr: 'base' },
			{ key: 'report.definition.period', en: 'Period', fr: 'période' },
			{ key: 'report.definition.interval', en: '90% interval', fr: 'intervalle à 90 %' }
		]
	},
	{
		title: 'Topics, items, sections, authors',
		metrics: [
			{ key: 'def.itemCount', en: 'Items', fr: 'articles' },
			{ key: 'def.itemGroups', en: 'Topics, sections, authors', fr: 'thèmes, rubriques, auteurs' },
			{ key: 'def.itemClickers', en: 'Clickers of items', fr: 'cliqueurs des articles' },
			{ key: 'def.itemRate', en: 'Click rate per item', fr: 'taux de clic par article' },
			{ key: 'def.perIssue', en: 'Figures per issue', fr: 'chiffres par numéro' },
			{ key: 'def.lift', en: 'Lift', fr: 'effet' },
			{ key: 'def.positions', en: 'Average by position', fr: 'moyenne par position' },
			{ key: 'def.supply', en: 'Supply and demand', fr: 'offre et demande' },
			{ key: 'def.supplyRaw', en: 'Supply and demand, raw', fr: 'offre et demande, brutes' },
			{ key: 'def.fatigue', en: 'Fatigue', fr: 'lassitude' },
			{ key: 'def.trend', en: 'Trend of a topic', fr: 'tendance d’un thème' },
			{
				key: 'def.groupTrend',
				en: 'Trend of a section or author',
				fr: 'tendance d’une rubrique ou d’un auteur'
			},
			{
				key: 'def.groupExpected',
				en: 'Expected clickers of a topic, section or author',
				fr: 'cliqueurs attendus d’un thème, d’une rubrique, d’un auteur'
			},
			{ key: 'def.sectionLift', en: 'Lift of a section', fr: 'effet d’une rubrique' },
			{ key: 'def.authorLift', en: 'Lift of an author', fr: 'effet d’un auteur' },
			{ key: 'def.affinity', en: 'Affinity of a group', fr: 'affinité d’un groupe' },
			{ key: 'def.overlap', en: 'Topics clicked together', fr: 'thèmes cliqués ensemble' },
			{
				key: 'def.oneCompany',
				en: 'One company among the clickers',
				fr: 'une entreprise parmi les cliqueurs'
			}
		]
	},
	{
		title: 'Issues and forecasts',
		metrics: [
			{ key: 'def.issueLift', en: 'Lift of an issue', fr: 'effet d’un numéro' },
			{ key: 'def.versions', en: 'A/B test', fr: 'test A/B' },
			{
				key: 'def.stand',
				en: 'Compared with your average issue',
				fr: 'par rapport à votre numéro moyen'
			},
			{
				key: 'def.change',
				en: 'What changed the click rate',
				fr: 'ce qui a changé le taux de clic'
			},
			{
				key: 'def.forecast',
				en: 'Forecast clickers',
				fr: 'cliqueurs prévus'
			},
			{ key: 'def.lookBack', en: 'How good forecasts have been', fr: 'justesse des prévisions' }
		]
	},
	{
		title: 'Readers',
		metrics: [
			{ key: 'def.growth', en: 'Joined and left', fr: 'inscriptions et départs' },
			{ key: 'def.engaged', en: 'Engaged readers', fr: 'lecteurs engagés' },
			{ key: 'def.tiers', en: 'Engagement', fr: 'engagement' },
			{ key: 'def.kept', en: 'Retention curve', fr: 'courbe de rétention' },
			{ key: 'def.cohort', en: 'Cohorts by signup month', fr: 'cohortes par mois d’inscription' },
			{ key: 'def.leaving', en: 'Unsubscribe rate', fr: 'taux de désabonnement' }
		]
	},
	{
		title: 'Spend and revenue',
		metrics: [
			{ key: 'def.return', en: 'Return on ad spend', fr: 'retour sur dépense (ROAS)' },
			{ key: 'def.channelValue', en: 'Value of a channel', fr: 'valeur d’un canal' },
			{ key: 'def.costPerEngaged', en: 'Cost per engaged reader', fr: 'coût par lecteur engagé' },
			{ key: 'def.meters', en: 'Reliability meters', fr: 'indicateurs de fiabilité' },
			{ key: 'def.editorial', en: 'Content value', fr: 'valeur des contenus' },
			{ key: 'def.sponsors', en: 'Cost of a placement', fr: 'coût d’un emplacement' },
			{ key: 'def.sponsorLeague', en: 'Sponsor comparison', fr: 'comparaison des partenaires' },
			{ key: 'def.usualRate', en: 'Average of a position', fr: 'moyenne d’une position' },
			{ key: 'def.prices', en: 'Suggested price', fr: 'prix suggéré' },
			{ key: 'def.above', en: 'Items below a sponsor', fr: 'articles sous un partenaire' }
		]
	}
];

/** The keys that have an entry. */
export const metricKeys = groups.flatMap(({ metrics }) => metrics.map(({ key }) => key));

/** The metric dictionary: each definition once, in both languages, as pages and reports show it. */
export function metricSections(): string {
	return groups
		.flatMap(({ title, metrics }) => [`## ${title}`, ...metrics.map(entryOf)])
		.join('\n\n');
}

function entryOf({ key, en, fr }: Metric): string {
	const figures = Object.entries(defined)
		.filter(([, keys]) => keys.some((name) => `def.${name}` === key))
		.map(([name]) => `\`${name}\``);
	// a number that each page fills in
	const given = { n: 'n', period: '…', version: 'n' };
	const asked = figures.length ? [`In the API with ${figures.join(', ')}.`] : [];
	return [
		`### ${en} · ${fr}`,
		words(key, given, 'en'),
		`_${words(key, given, 'fr')}_`,
		...asked
	].join('\n\n');
}
