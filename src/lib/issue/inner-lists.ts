import { addTo } from './long-lists.ts';
import { countWords } from './lines/line.ts';
import { headingKey, isRefrain } from './lines/words.ts';
import { marksSponsor } from './lines/sponsor-words.ts';
import type { Signed } from './lines/signs.ts';

/**
 * Lines with those marked that belong to the story above whatever they look like: a heading that
 * stands twice in one issue ("Further reading") is no section, and the list below it no list of stories.
 */
export function withInnerLists(read: readonly Signed[]): Signed[] {
	const signed = withoutProseLeads(read);
	const counts = new Map<string, number>();
	const looks = new Map<string, string[]>();
	const opensParagraphs = new Set<string>();
	for (const one of signed) {
		const key = repeatable(one);
		if (!key) continue;
		if (isRefrain(one.line.text)) opensParagraphs.add(key);
		counts.set(key, (counts.get(key) ?? 0) + 1);
		addTo(looks, one.look, key);
	}
	// among others of its look that stand once, what stands twice is a label like these
	for (const keys of looks.values()) {
		const twice = keys.filter((key) => counts.get(key)! > 1).length;
		if (twice >= keys.length * 0.8) continue;
		for (const key of keys) if (!opensParagraphs.has(key)) counts.set(key, 1);
	}

	let within = false;
	return signed.map((one) => {
		const key = repeatable(one);
		if (key && counts.get(key)! > 1) {
			within = true;
			return { ...one, sign: null, inner: true };
		}
		// the list right below, and what is empty above it
		within &&= one.line.bullet || !one.line.text;
		return within ? { ...one, sign: null, inner: true } : one;
	});
}

/** What a line says that may be a heading, its look with it; empty for what may be repeated. */
function repeatable({ line, sign, look }: Signed): string {
	const label = sign === null && /:$/.test(line.text) && countWords(line.text) <= 6;
	if ((sign !== 'heading' && sign !== 'weak' && !label) || marksSponsor(line.text)) return '';
	return `${look} ${headingKey(line.text)} ${line.text.match(/\d+/g)?.join(' ') ?? ''}`;
}

/**
 * Bold first words of paragraphs of which most lead nowhere, in an issue whose stories do, are no
 * titles: they part one long text.
 */
function withoutProseLeads(signed: readonly Signed[]): readonly Signed[] {
	const leads = signed.flatMap(({ sign }, i) => (sign === 'boldLead' ? [i] : []));
	if (leads.length < 2 || !signed.some(({ line }) => line.links.length)) return signed;
	const leading = leads.filter((i) => {
		let end = i + 1;
		while (end < signed.length && !signed[end]!.sign && !signed[end]!.line.bullet) end++;
		return signed.slice(i, end).some(({ line }) => line.links.length);
	});
	if (leading.length >= leads.length * 0.5) return signed;
	const kept = new Set(roundups(signed, leads, new Set(leading)));
	return signed.map((one, i) =>
		one.sign === 'boldLead' && !kept.has(i) ? { ...one, sign: null } : one
	);
}

/** Places of bold words below a heading under which three and more begin paragraphs, and all of these lead somewhere. */
function roundups(
	signed: readonly Signed[],
	leads: readonly number[],
	leading: ReadonlySet<number>
): number[] {
	const own = new Set(leads);
	const blocks: number[][] = [[]];
	signed.forEach(({ sign }, i) => {
		if (sign === 'heading') blocks.push([]);
		else if (own.has(i)) blocks.at(-1)!.push(i);
	});
	return blocks.flatMap((block) =>
		block.length >= 3 && block.every((i) => leading.has(i)) ? block : []
	);
}
