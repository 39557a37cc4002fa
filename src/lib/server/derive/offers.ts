import { applyCorrections, matchingItem, isChange } from './apply-corrections.ts';
import { applyTemplateRules } from './apply-rules.ts';
import type { ReadingChange } from './correction-kinds.ts';
import { piecesOf, type Whole } from './reading.ts';
import type { Unruled } from './rule-effects.ts';
import { sectionKey } from './section-key.ts';
import {
	beginningsOf,
	writtenPlace,
	ruleTitleKey,
	type TemplateRule,
	type Where
} from './template-rule.ts';

/**
 * The rules that the last change in an issue may stand for, the likeliest first: the same for all that
 * has its title, its heading, its first words, its look, or leads to the same place.
 */
export function offersOf(
	{ reading, steps }: Unruled,
	rules: readonly TemplateRule[]
): TemplateRule[] {
	const change = steps.at(-1);
	if (!change || !isChange(change)) return [];
	const before = piecesOf(applyCorrections(applyTemplateRules(reading, rules), steps.slice(0, -1)));
	const item = 'item' in change ? matchingItem(before.items, change.item) : undefined;
	return candidates(change, item, before.items).map((rule) => ({
		...rule,
		said: saidOf(rule.where, item, 'item' in change ? item!.section : change.from)
	}));
}

/** What a rule is about as the issue has it typed. */
function saidOf(where: Where, item: Whole | undefined, heading: string | null): string {
	if ('link' in where) return where.link;
	if ('heading' in where) return heading ?? where.heading;
	if ('over' in where) return heading ?? '';
	if ('title' in where || 'look' in where || !item) return item?.title ?? '';
	for (const text of [item.text, item.title]) {
		const start = text.startsWith(item.title) && text !== item.title ? item.title.length : 0;
		const typed = text.slice(start).trim();
		for (const { index } of typed.matchAll(/(?=[^\p{L}\p{N}]|$)/gu))
			if (sectionKey(typed.slice(0, index)) === where.words) return typed.slice(0, index);
	}
	return where.words;
}

function candidates(
	change: ReadingChange,
	item: Whole | undefined,
	items: readonly Whole[]
): TemplateRule[] {
	if (change.kind === 'section' || change.kind === 'story') {
		const heading = change.from === null ? '' : sectionKey(change.from);
		if (!heading) return [];
		const first = items.find(({ section }) => section !== null && sectionKey(section) === heading);
		const overs = first?.over ? [{ over: first.over }] : [];
		if (change.kind === 'story')
			return [{ heading }, ...overs].map((where) => ({ kind: 'story', where }));
		const named: TemplateRule = { kind: 'section', where: { heading }, to: change.to };
		const none = change.to === null ? overs : [];
		return [named, ...none.map((where) => ({ kind: 'move', where, to: null }) as const)];
	}
	if (!item) return [];
	const title = ruleTitleKey(item.title);
	const titles = title ? [{ title }] : [];

	switch (change.kind) {
		case 'heading':
			return [...titles, ...looks(item, items)].map((where) => ({ kind: 'heading', where }));
		case 'move': {
			const wheres = [...titles, ...openings(item), ...places(item), ...looks(item, items)];
			return wheres.map((where) => ({
				kind: 'move',
				where,
				to: change.section
			}));
		}
		case 'merge': {
			const above = items[items.indexOf(item) - 1];
			const own = [...titles, ...openings(item), ...looks(item, items)];
			// a rule knows the item above alone
			return above && above === matchingItem(items, change.into)
				? own.map((where) => ({ kind: 'merge', where }))
				: [];
		}
		case 'split':
			return [...titles, ...openings(item), ...headingOf(item), ...looks(item, items)].map(
				(where) => ({ kind: 'split', where })
			);
		case 'link':
			return change.into === null ? linksTo(change.page) : [];
		case 'role': {
			const wheres: Where[] = [
				...titles,
				...headingOf(item),
				...openings(item),
				...places(item),
				...looks(item, items)
			];
			return wheres.map((where) => ({ kind: 'role', where, role: change.role }));
		}
		default:
			return [];
	}
}

/** What looks like an item, where that is not what most of the issue looks like. */
function looks({ look }: Whole, items: readonly Whole[]): { look: string }[] {
	const alike = items.filter((item) => item.look === look).length;
	return look && alike * 2 <= items.length ? [{ look }] : [];
}

/** What stands under the same heading. */
function headingOf({ section }: Whole): { heading: string }[] {
	const heading = section === null ? '' : sectionKey(section);
	return heading ? [{ heading }] : [];
}

/** The first two to five words of an item, the longest first: "Offered by", "In partnership with". */
function openings(item: Whole): { words: string }[] {
	const phrases = beginningsOf(item).flatMap((said) => {
		const words = said.split(' ').filter(Boolean);
		return [5, 4, 3, 2].filter((n) => words.length >= n).map((n) => words.slice(0, n).join(' '));
	});
	return [...new Set(phrases)].map((words) => ({ words }));
}

/** Where an item leads first: the site's part, then the whole site. */
function places({ links: [first] }: Whole): { link: string }[] {
	return first ? partsOf(first.key).map((link) => ({ link })) : [];
}

function linksTo(page: string): TemplateRule[] {
	const wheres = [...new Set([writtenPlace(page), ...partsOf(page)])].map((link) => ({ link }));
	return wheres.flatMap((where) => [
		{ kind: 'links', where, role: 'house' } as const,
		{ kind: 'links', where, role: 'footer' } as const
	]);
}

/** @example partsOf('https://example.com/shop/hats?a=1') // => ['example.com/shop', 'example.com'] */
function partsOf(key: string): string[] {
	const [path = ''] = writtenPlace(key).split(/[?#]/);
	const [host = '', part] = path.split('/');
	return part ? [`${host}/${part}`, host] : [host];
}
