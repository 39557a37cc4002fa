import {
	correctionKind,
	correctionKinds,
	type CorrectionPart,
	type ItemAt,
	type ReadingChange
} from './correction-kinds.ts';
import { putTogether, piecesOf, type EditableReading, type Pieces } from './reading.ts';
import type { TemplateRule } from './template-rule.ts';

/** A step in the work on one issue: a change of how it reads, or what went with it. */
export type CorrectionStep =
	| ReadingChange
	/** what an item is about; null where nobody had said so */
	| { kind: 'topics'; item: ItemAt; before: number[] | null; after: number[] }
	/** a change made a rule, and the rules whose place it took */
	| { kind: 'rule'; rule: TemplateRule; replaced: TemplateRule[] };

/** A reading with an editor's changes, in their order; what a change spoke of and is gone is passed over. */
export function applyCorrections(
	reading: EditableReading,
	steps: readonly CorrectionStep[]
): EditableReading {
	const changes = steps.filter(isChange);
	if (changes.length === 0) return reading;
	const pieces = piecesOf(reading);
	for (const change of changes) applyOne(pieces, change);
	return putTogether(pieces);
}

/** Whether a step is of how the issue reads. */
export function isChange(step: CorrectionStep): step is ReadingChange {
	return step.kind in correctionKinds;
}

function applyOne(pieces: Pieces, { kind, ...kept }: ReadingChange) {
	const { parts, apply } = correctionKind(kind);
	const met = Object.entries(kept).map(([name, value]) => [
		name,
		metIn(pieces, parts[name]!, value)
	]);
	// what a later reading has no more cannot be changed
	if (met.some(([, value]) => value === undefined)) return;
	apply(pieces, Object.fromEntries(met) as Parameters<typeof apply>[1]);
}

/** A part of a change in a reading; undefined for an item that is gone. */
function metIn({ items }: Pieces, part: CorrectionPart, kept: unknown): unknown {
	const isItem = part === 'item' || part === 'otherItem';
	return isItem && kept !== null ? matchingItem(items, kept as ItemAt) : kept;
}

/** The item that is most like the one spoken of: the same page or title, the nearest position. */
export function matchingItem<Item extends { title: string; links: readonly { key: string }[] }>(
	items: readonly Item[],
	{ title, page, position }: ItemAt
): Item | undefined {
	const likeness = items.map((item, i) => {
		const samePage = page !== null && item.links.some(({ key }) => key === page);
		const score = (samePage ? 2 : 0) + (item.title === title ? 2 : 0);
		return { item, score, far: Math.abs(i + 1 - (position ?? i + 1)) };
	});
	return likeness
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.far - b.far)[0]?.item;
}
