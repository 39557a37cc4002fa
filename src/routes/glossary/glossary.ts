import { m } from '#lib/messages/compiled/messages.js';
import { nameKey } from '#lib/name-key.ts';
import { figureTerms, type GlossaryTerm } from '../terms.ts';

/** In days: of the windows that a page is narrowed to, the one it begins with. */
const WINDOW = 90;

/** Words of the pages by what they are about, in the order in which they are met. */
const GROUPS = [
	{
		id: 'newsletter',
		of: ['publication', 'issue', 'send', 'section', 'item', 'role', 'position', 'topic']
	},
	{ id: 'readers', of: ['reader', 'opener', 'bot', 'proxy', 'channel', 'cohort', 'mature'] },
	{ id: 'reading', of: ['expected', 'clear', 'enough', 'closed'] },
	{ id: 'data', of: ['import', 'receipt', 'count', 'mapping', 'snapshot', 'shared'] }
] as const;

/** Figures that the palette does not name, as they define themselves. */
function furtherTerms(): GlossaryTerm[] {
	return [
		{ id: 'per-opener', name: m['overview.clicksPerOpener'](), about: m['def.clicksPerOpener']() },
		{ id: 'item-rate', name: m['key.itemRate'](), about: m['def.itemRate']() },
		{ id: 'clicks-aside', name: m['key.clicksAside'](), about: m['def.clicksAside']() },
		{ id: 'opens-aside', name: m['key.opensAside'](), about: m['def.opensAside']() },
		{ id: 'by-position', name: m['items.positions'](), about: m['def.positions']() },
		{ id: 'trend', name: m['topics.trend.lift'](), about: m['def.trend']() },
		{ id: 'groups', name: m['group.readers'](), about: m['def.affinity']() },
		{ id: 'together', name: m['readers.overlap'](), about: m['def.overlap']() },
		{ id: 'over-time', name: m['issue.arrival'](), about: m['def.arrival']() },
		{ id: 'growth', name: m['audience.growth'](), about: m['def.growth']() },
		{ id: 'departures', name: m['audience.leaving'](), about: m['def.leaving']() },
		{ id: 'signup-months', name: m['channels.cohorts'](), about: m['def.cohort']() },
		{ id: 'per-engaged', name: m['table.costPerEngaged'](), about: m['def.costPerEngaged']() },
		{ id: 'reliability', name: m['channels.trust'](), about: m['def.meters']() },
		{ id: 'return', name: m['glossary.return'](), about: m['def.return']({ n: WINDOW }) },
		{ id: 'value', name: m['table.value'](), about: m['def.channelValue']({ n: WINDOW }) },
		{ id: 'issue-lift', name: m['glossary.issueLift'](), about: m['def.issueLift']() },
		{ id: 'section-lift', name: m['glossary.sectionLift'](), about: m['def.sectionLift']() },
		{ id: 'author-lift', name: m['glossary.authorLift'](), about: m['def.authorLift']() },
		{ id: 'group-expected', name: m['glossary.groupExpected'](), about: m['def.groupExpected']() },
		{ id: 'group-trend', name: m['glossary.groupTrend'](), about: m['def.groupTrend']() },
		{ id: 'per-issue', name: m['glossary.perIssue'](), about: m['def.perIssue']() },
		{ id: 'item-count', name: m['table.items'](), about: m['def.itemCount']() },
		{ id: 'item-clickers', name: m['key.itemClickers'](), about: m['def.itemClickers']() },
		{ id: 'standing', name: m['issue.stand'](), about: m['def.stand']() },
		{ id: 'one-company', name: m['readers.oneCompany'](), about: m['def.oneCompany']() },
		{ id: 'look-back', name: m['drafts.lookBack'](), about: m['def.lookBack']() },
		{ id: 'sponsors', name: m['sponsors.league'](), about: m['def.sponsorLeague']() },
		{ id: 'below-sponsor', name: m['sponsors.above'](), about: m['def.above']() },
		{ id: 'sponsor-costs', name: m['glossary.sponsorCosts'](), about: m['def.sponsors']() },
		{ id: 'sponsor-average', name: m['glossary.usualRate'](), about: m['def.usualRate']() }
	];
}

type Group = { id: string; name: string; terms: GlossaryTerm[] };

/** Terms that have all words that somebody typed, those first of which the name has them. */
export function foundIn(groups: readonly Group[], typed: string): Group[] {
	const asked = nameKey(typed).split(' ').filter(Boolean);
	const has = (text: string) => asked.every((word) => nameKey(text).includes(word));
	return groups
		.map((group) => ({
			...group,
			terms: group.terms
				.filter(({ name, about }) => has(`${name} ${about}`))
				.sort((a, b) => Number(has(b.name)) - Number(has(a.name)))
		}))
		.filter(({ terms }) => terms.length > 0);
}

/** All that the glossary says, group by group. */
export function glossary(): Group[] {
	return [
		...GROUPS.map(({ id, of }) => ({
			id,
			name: m[`glossary.group.${id}`](),
			terms: of.map((word) => ({
				id: word,
				name: m[`glossary.${word}`](),
				about: m[`glossary.${word}.text`]()
			}))
		})),
		{ id: 'figures', name: m['glossary.figures'](), terms: [...figureTerms(), ...furtherTerms()] }
	];
}
