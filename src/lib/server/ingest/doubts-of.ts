import type { CardDates, Doubt } from '#lib/providers/reading-card.ts';
import type { Recognition } from '#lib/providers/recogniser.ts';

type Settled = {
	unsure: { column: string; example: string } | null;
	dates: Omit<CardDates, 'first' | 'last'>;
};

/** What may be wrong with a reading: what header and sample leave open, and how its instants are written. */
export function doubtsOf({ doubts = [] }: Recognition, { unsure, dates }: Settled): Doubt[] {
	const found: Doubt[] = [...doubts];
	if (unsure)
		found.push({
			...{ code: 'orderAmbiguous', waits: true },
			...{ column: unsure.column, values: [unsure.example] }
		});
	if (dates.zoneFrom === 'publication' || dates.zoneFrom === 'assumed')
		found.push({ code: 'zoneAssumed', waits: false });
	return found;
}
