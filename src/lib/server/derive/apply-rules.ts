import {
	dissolve,
	makeHeading,
	makeStory,
	mergeInto,
	putTogether,
	setRole,
	splitByPages,
	piecesOf,
	type Pieces,
	type EditableReading,
	type Whole
} from './reading.ts';
import { sectionKey } from './section-key.ts';
import {
	beginningsOf,
	inRuleOrder,
	isBelow,
	ruleTitleKey,
	type TemplateRule,
	type Where
} from './template-rule.ts';

/**
 * A reading with the rules of its publication; what was corrected in it alone comes afterwards, and
 * holds against them. The same rules give the same reading in whatever order they come.
 */
export function applyTemplateRules(
	reading: EditableReading,
	rules: readonly TemplateRule[]
): EditableReading {
	if (rules.length === 0) return reading;
	const pieces = piecesOf(reading);
	const names = new Map<string, string | null>();
	for (const rule of rules) if (rule.kind === 'section') names.set(rule.where.heading, rule.to);

	const inTurn = inRuleOrder(rules);
	for (const rule of inTurn) if (rule.kind === 'heading') applyOne(pieces, rule);
	for (const { kind, where } of inTurn)
		if (kind === 'story') makeStory(pieces, (item) => isRuleAbout(where, item));
	for (const item of pieces.items) item.section = renamed(item.section, names);
	for (const rule of inTurn)
		if (rule.kind !== 'heading' && rule.kind !== 'section' && rule.kind !== 'story')
			applyOne(pieces, rule);
	return putTogether(pieces);
}

/** A heading's last name: one that was renamed may be renamed again. */
function renamed(section: string | null, names: ReadonlyMap<string, string | null>): string | null {
	const met = new Set<string>();
	for (let now = section; ;) {
		const key = now === null ? null : sectionKey(now);
		if (key === null || met.has(key) || !names.has(key)) return now;
		met.add(key);
		now = names.get(key)!;
	}
}

function applyOne(pieces: Pieces, rule: Exclude<TemplateRule, { kind: 'section' | 'story' }>) {
	// found first, changed afterwards: a change may take items away
	const matching = pieces.items.filter((item) => isRuleAbout(rule.where, item));
	for (const item of matching) {
		switch (rule.kind) {
			case 'heading':
				makeHeading(pieces, item);
				break;
			case 'move':
				item.section = rule.to;
				break;
			case 'merge': {
				const above = pieces.items[pieces.items.indexOf(item) - 1];
				if (above) mergeInto(pieces, item, above);
				break;
			}
			case 'split':
				splitByPages(pieces, item);
				break;
			case 'links':
				takeLinks(pieces, item, rule.where.link, rule.role);
				break;
			case 'role':
				if (rule.role === 'footer') dissolve(pieces, item);
				else setRole(item, rule.role);
		}
	}
	if (rule.kind === 'links')
		for (const link of pieces.others) if (isBelow(link.key, rule.where.link)) link.role = rule.role;
}

/** Takes links out of an item; one that has no others is what they are. */
function takeLinks(pieces: Pieces, item: Whole, place: string, role: 'house' | 'footer') {
	const rest = item.links.filter(({ key }) => !isBelow(key, place));
	if (rest.length === 0) {
		if (role === 'footer') dissolve(pieces, item);
		else setRole(item, role);
		return;
	}
	const taken = item.links.filter(({ key }) => isBelow(key, place));
	pieces.others.push(...taken.map((link) => ({ ...link, role })));
	item.links = rest;
}

/** Whether a rule is about an item. */
export function isRuleAbout(
	where: Where,
	item: Pick<Whole, 'title' | 'text' | 'section' | 'links' | 'look' | 'over'>
): boolean {
	if ('heading' in where)
		return item.section !== null && sectionKey(item.section) === where.heading;
	if ('over' in where) return item.section !== null && item.over === where.over;
	if ('look' in where) return item.look === where.look;
	if ('title' in where) return ruleTitleKey(item.title) === where.title;
	if ('link' in where) return item.links.some(({ key }) => isBelow(key, where.link));
	return beginningsOf(item).some((words) => `${words} `.startsWith(`${where.words} `));
}
