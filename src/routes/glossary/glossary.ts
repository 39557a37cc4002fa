import { m } from '#lib/messages/compiled/messages.js';
import { figureTerms, type Term } from '../terms.ts';

/** Words of the pages by what they are about, in the order in which they are met. */
const GROUPS = {
	newsletter: ['publication', 'issue', 'send', 'section', 'item', 'role', 'position', 'topic'],
	readers: ['reader', 'opener', 'bot', 'proxy', 'channel', 'cohort', 'mature'],
	reading: ['expected', 'clear', 'enough', 'closed'],
	data: ['import', 'receipt', 'count', 'mapping', 'snapshot', 'shared']
} as const;

const groups = ['newsletter', 'readers', 'reading', 'data'] as const;

/** Figures that the palette does not name, as they define themselves. */
function furtherTerms(): Term[] {
	return [
		{ id: 'per-opener', name: m['overview.clicksPerOpener'](), about: m['def.clicksPerOpener']() },
		{ id: 'item-rate', name: m['key.itemRate'](), about: m['def.itemRate']() },
		{ id: 'clicks-aside', name: m['key.clicksAside'](), about: m['def.clicksAside']() },
		{ id: 'opens-aside', name: m['key.opensAside'](), about: m['def.opensAside']() },
		{ id: 'by-position', name: m['items.slots'](), about: m['def.slots']() },
		{ id: 'trend', name: m['topics.trend.lift'](), about: m['def.trend']() },
		{ id: 'groups', name: m['group.readers'](), about: m['def.affinity']() },
		{ id: 'together', name: m['readers.overlap'](), about: m['def.overlap']() },
		{ id: 'over-time', name: m['issue.arrival'](), about: m['def.arrival']() },
		{ id: 'growth', name: m['audience.growth'](), about: m['def.growth']() },
		{ id: 'departures', name: m['audience.leaving'](), about: m['def.leaving']() },
		{ id: 'signup-months', name: m['channels.cohorts'](), about: m['def.cohort']() },
		{ id: 'per-engaged', name: m['table.costPerEngaged'](), about: m['def.costPerEngaged']() },
		{ id: 'reliability', name: m['channels.trust'](), about: m['def.meters']() },
		{ id: 'sponsors', name: m['sponsors.league'](), about: m['def.sponsorLeague']() }
	];
}

/** All that the glossary says, group by group. */
export function glossary(): { id: string; name: string; terms: Term[] }[] {
	return [
		...groups.map((id) => ({
			...{ id, name: m[`glossary.group.${id}`]() },
			terms: GROUPS[id].map((word) => ({
				...{ id: word, name: m[`glossary.${word}`](), about: m[`glossary.${word}.text`]() }
			}))
		})),
		{ id: 'figures', name: m['glossary.figures'](), terms: [...figureTerms(), ...furtherTerms()] }
	];
}
