// Long, because it is a list of all that is defined.
import { m } from '#lib/messages/compiled/messages.js';
import type { Locale } from '#lib/messages/compiled/runtime.js';
import { words } from '#lib/messages/words.ts';
import type { Answers } from './api/answers.ts';

type DefinitionKey = {
	[K in keyof typeof m]: K extends `def.${infer Rest}` ? Rest : never;
}[keyof typeof m];

type Word = (values: Record<string, never>, options: { locale: Locale }) => string;

/** A figure that has a definition: the glossary, the palette, the API and the metric dictionary go by it. */
export type Declared = {
	/** its place in the address of the glossary */
	id: string;
	/** the message `def.<def>` defines it */
	def: DefinitionKey;
	/** as the page calls it that shows it */
	name: Word;
	/** the figures of the API that it says the numbers of */
	api?: readonly (keyof Answers)[];
	/** people look for it by name: the palette finds it */
	asked?: true;
	/** said of a page as a whole: the glossary does not have it */
	ofPage?: true;
};

/** What is defined, by what it is about, in the order in which a newcomer asks. */
export const definitions = {
	clicks: [
		{ id: 'delivered', def: 'delivered', name: m['table.delivered'], asked: true },
		{ id: 'clickers', def: 'clickers', name: m['table.clickers'], asked: true },
		{
			id: 'click-rate',
			def: 'rate',
			name: m['overview.clickRate'],
			api: ['overview', 'topics', 'items', 'sections', 'authors', 'issues', 'issue'],
			asked: true
		},
		{ id: 'raw-rate', def: 'rawRate', name: m['table.rawRate'], asked: true },
		{ id: 'per-opener', def: 'clicksPerOpener', name: m['overview.clicksPerOpener'] },
		{ id: 'over-time', def: 'arrival', name: m['issue.arrival'], api: ['issue'] },
		{
			id: 'bot-filtering',
			def: 'verdicts',
			name: m['nav.verdicts'],
			api: ['overview', 'verdicts'],
			asked: true
		},
		{ id: 'clicks-aside', def: 'clicksAside', name: m['key.clicksAside'] },
		{ id: 'opens-aside', def: 'opensAside', name: m['key.opensAside'] },
		{ id: 'basis', def: 'basis', name: m['glossary.basis'], ofPage: true },
		{ id: 'period', def: 'period', name: m['report.term.period'] },
		{ id: 'interval', def: 'interval', name: m['report.term.interval'], asked: true }
	],
	content: [
		{ id: 'item-count', def: 'itemCount', name: m['table.items'] },
		{ id: 'item-groups', def: 'itemGroups', name: m['glossary.itemGroups'] },
		{ id: 'item-clickers', def: 'itemClickers', name: m['key.itemClickers'] },
		{ id: 'item-rate', def: 'itemRate', name: m['key.itemRate'] },
		{ id: 'per-issue', def: 'perIssue', name: m['glossary.perIssue'] },
		{
			id: 'lift',
			def: 'lift',
			name: m['table.lift'],
			api: [
				'overview',
				'topics',
				'items',
				'sections',
				'authors',
				'issues',
				'issue',
				'sponsors',
				'next'
			],
			asked: true
		},
		{ id: 'by-position', def: 'positions', name: m['items.positions'], api: ['items', 'next'] },
		{
			id: 'supply',
			def: 'supply',
			name: m['topics.supply'],
			api: ['topics', 'next'],
			asked: true
		},
		{ id: 'supply-raw', def: 'supplyRaw', name: m['glossary.supplyRaw'] },
		{
			id: 'fatigue',
			def: 'fatigue',
			name: m['palette.term.fatigue'],
			api: ['topics', 'next'],
			asked: true
		},
		{ id: 'trend', def: 'trend', name: m['topics.trend.lift'], api: ['topics'] },
		{ id: 'group-expected', def: 'groupExpected', name: m['glossary.groupExpected'] },
		{
			id: 'section-lift',
			def: 'sectionLift',
			name: m['glossary.sectionLift'],
			api: ['sections']
		},
		{ id: 'author-lift', def: 'authorLift', name: m['glossary.authorLift'], api: ['authors'] },
		{ id: 'group-trend', def: 'groupTrend', name: m['glossary.groupTrend'] },
		{ id: 'groups', def: 'affinity', name: m['group.readers'] },
		{ id: 'together', def: 'overlap', name: m['readers.overlap'] },
		{ id: 'one-company', def: 'oneCompany', name: m['readers.oneCompany'] }
	],
	issues: [
		{ id: 'issue-lift', def: 'issueLift', name: m['glossary.issueLift'] },
		{ id: 'versions', def: 'versions', name: m['versions.title'], asked: true },
		{ id: 'standing', def: 'stand', name: m['issue.stand'], api: ['issue'] },
		{ id: 'change', def: 'change', name: m['report.change'] },
		{
			id: 'forecast',
			def: 'forecast',
			name: m['palette.term.forecast'],
			api: ['next', 'forecasts'],
			asked: true
		},
		{ id: 'look-back', def: 'lookBack', name: m['drafts.lookBack'] }
	],
	readers: [
		{ id: 'growth', def: 'growth', name: m['audience.growth'], api: ['audience'] },
		{
			id: 'engaged',
			def: 'engaged',
			name: m['palette.term.engaged'],
			api: ['audience'],
			asked: true
		},
		{ id: 'engagement', def: 'tiers', name: m['table.tier'], api: ['audience'], asked: true },
		{ id: 'retention', def: 'kept', name: m['audience.curves'], api: ['audience'], asked: true },
		{ id: 'signup-months', def: 'cohort', name: m['channels.cohorts'], api: ['channels'] },
		{ id: 'departures', def: 'leaving', name: m['audience.leaving'], api: ['audience'] }
	],
	money: [
		{ id: 'return', def: 'return', name: m['glossary.return'] },
		{ id: 'value', def: 'channelValue', name: m['table.value'], api: ['channels'] },
		{
			id: 'per-engaged',
			def: 'costPerEngaged',
			name: m['table.costPerEngaged'],
			api: ['channels']
		},
		{ id: 'reliability', def: 'meters', name: m['channels.trust'], api: ['channels'] },
		{
			id: 'content-value',
			def: 'editorial',
			name: m['nav.editorial'],
			api: ['editorial'],
			asked: true
		},
		{ id: 'sponsor-costs', def: 'sponsors', name: m['glossary.sponsorCosts'], api: ['sponsors'] },
		{ id: 'sponsors', def: 'sponsorLeague', name: m['sponsors.league'], api: ['sponsors'] },
		{ id: 'sponsor-average', def: 'usualRate', name: m['glossary.usualRate'] },
		{ id: 'price', def: 'prices', name: m['palette.term.price'], api: ['sponsors'], asked: true },
		{ id: 'below-sponsor', def: 'above', name: m['sponsors.above'], api: ['sponsors'] }
	]
} as const satisfies Record<string, readonly Declared[]>;

const all = (): readonly Declared[] => Object.values(definitions).flat();

/** What a term of the figures means, and where the glossary has it. */
export type GlossaryTerm = { id: string; name: string; about: string };

/** In days: of the windows that a page is narrowed to, the one it begins with. */
const WINDOW = 90;

function termOf({ id, def, name }: Declared, locale: Locale): GlossaryTerm {
	return { id, name: name({}, { locale }), about: words(`def.${def}`, { n: WINDOW }, locale) };
}

/** All terms of the figures, as these define themselves. */
export function figureTerms(locale: Locale): GlossaryTerm[] {
	return all()
		.filter(({ ofPage }) => !ofPage)
		.map((one) => termOf(one, locale));
}

/** Those that people ask about. */
export function askedTerms(locale: Locale): GlossaryTerm[] {
	return all()
		.filter(({ asked }) => asked)
		.map((one) => termOf(one, locale));
}

/** What says which numbers an answer of the API holds: the keys of messages, after `def.`. */
export function definitionsOf(figure: keyof Answers): string[] {
	return all()
		.filter(({ api }) => api?.includes(figure))
		.map(({ def }) => def);
}
