import { m } from '#lib/messages/compiled/messages.js';

/** What a term of the figures means, and where the glossary has it. */
export type GlossaryTerm = { id: string; name: string; about: string };

/** The terms that people ask about, as the figures themselves define them. */
export function figureTerms(): GlossaryTerm[] {
	return [
		{ id: 'lift', name: m['table.lift'](), about: m['def.lift']() },
		{ id: 'click-rate', name: m['overview.clickRate'](), about: m['def.rate']() },
		{ id: 'raw-rate', name: m['table.rawRate'](), about: m['def.rawRate']() },
		{ id: 'clickers', name: m['table.clickers'](), about: m['def.clickers']() },
		{ id: 'delivered', name: m['table.delivered'](), about: m['def.delivered']() },
		{ id: 'engaged', name: m['palette.term.engaged'](), about: m['def.engaged']() },
		{ id: 'engagement', name: m['table.tier'](), about: m['def.tiers']() },
		{ id: 'retention', name: m['audience.curves'](), about: m['def.kept']() },
		{ id: 'supply', name: m['topics.supply'](), about: m['def.supply']() },
		{ id: 'fatigue', name: m['palette.term.fatigue'](), about: m['def.fatigue']() },
		{ id: 'bot-filtering', name: m['nav.verdicts'](), about: m['def.verdicts']() },
		{ id: 'content-value', name: m['nav.editorial'](), about: m['def.editorial']() },
		{ id: 'versions', name: m['versions.title'](), about: m['def.versions']() },
		{ id: 'price', name: m['palette.term.price'](), about: m['def.prices']() },
		{ id: 'forecast', name: m['palette.term.forecast'](), about: m['def.forecast']() },
		{ id: 'interval', name: m['palette.term.interval'](), about: m['report.definition.interval']() }
	];
}
