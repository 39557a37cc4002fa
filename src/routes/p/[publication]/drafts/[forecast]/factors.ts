import type { Formats } from '#lib/messages/format.ts';
import { m } from '#lib/messages/compiled/messages.js';
import type { DraftFigures } from '#lib/server/forecast/tried-order.ts';

const factorNames = ['position', 'topics', 'section', 'authors'] as const;

/** A factor is told from this logarithm on: a tenth. */
const TOLD_FROM = Math.log(1.1);

/** What an item's expected number is made of, where it differs from the average by a tenth. */
export function madeOf(
	factors: DraftFigures['items'][number]['factors'],
	formats: Formats
): string[] {
	if (!factors) return [];
	return factorNames.flatMap((name) =>
		Math.abs(Math.log(factors[name])) < TOLD_FROM
			? []
			: [`${m[`drafts.factor.${name}`]()} ×\u00a0${formats.decimal(factors[name])}`]
	);
}
