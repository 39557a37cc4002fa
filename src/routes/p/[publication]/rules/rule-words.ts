import { m } from '#lib/messages/compiled/messages.js';
import type { Formats } from '#lib/messages/format.ts';
import type { TemplateRule } from '#lib/server/editing/template-rules.ts';

/** A rule as a sentence. */
export function ruleWords(rule: TemplateRule, formats: Formats): string {
	const items = itemsOf(rule, formats);
	switch (rule.kind) {
		case 'heading':
			return m['rule.heading']({ items });
		case 'story':
			return 'heading' in rule.where
				? m['rule.story']({ said: formats.quote(rule.said ?? rule.where.heading) })
				: m['rule.story.look']({ said: formats.quote(rule.said ?? '…') });
		case 'section': {
			const from = formats.quote(rule.said ?? rule.where.heading);
			return rule.to === null
				? m['rule.section.none']({ from })
				: m['rule.section']({ from, to: formats.quote(rule.to) });
		}
		case 'move':
			return rule.to === null
				? m['rule.move.none']({ items })
				: m['rule.move']({ items, to: formats.quote(rule.to) });
		case 'merge':
			return m['rule.merge']({ items });
		case 'split':
			return m['rule.split']({ items });
		case 'links':
			return m[`rule.links.${rule.role}`]({ place: rule.where.link });
		case 'role':
			return m[`rule.role.${rule.role}`]({ items });
	}
}

function itemsOf({ where, said }: TemplateRule, formats: Formats): string {
	if ('heading' in where) return m['rule.under']({ said: formats.quote(said ?? where.heading) });
	if ('title' in where) return m['rule.titled']({ said: formats.quote(said ?? where.title) });
	if ('words' in where) return m['rule.beginning']({ said: formats.quote(said ?? where.words) });
	if ('over' in where) return m['rule.underLooking']({ said: formats.quote(said ?? '…') });
	if ('look' in where) return m['rule.looking']({ said: formats.quote(said ?? '…') });
	return m['rule.leading']({ place: where.link });
}
