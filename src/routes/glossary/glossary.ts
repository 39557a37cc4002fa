import { m } from '#lib/messages/compiled/messages.js';
import { getLocale } from '#lib/messages/compiled/runtime.js';
import { nameKey } from '#lib/name-key.ts';
import { figureTerms, type GlossaryTerm } from '../terms.ts';

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
		{ id: 'figures', name: m['glossary.figures'](), terms: figureTerms(getLocale()) }
	];
}
