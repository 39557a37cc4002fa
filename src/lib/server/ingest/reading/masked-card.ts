import { maskedCell } from '#lib/providers/masked-cell.ts';
import { withoutAddresses } from '#lib/url/address.ts';
import type { ReadingCard } from '#lib/providers/reading-card.ts';

/** Words of one column beyond these may be names: they are masked. */
const vocabulary = 40;

/** A card as it may be stored and shown to others: values that may name a person are masked. */
export function maskedCard(card: ReadingCard): ReadingCard {
	// a file without headers: its first row was taken for them
	const named = <Value>(of: Record<string, Value>) =>
		Object.entries(of).map(([key, value]) => [withoutAddresses(key), value] as const);
	return {
		...card,
		columns: Object.fromEntries(
			Object.entries(card.columns).map(([role, header]) => [role, withoutAddresses(header)])
		),
		unused: card.unused.map((header) => withoutAddresses(header)),
		fields: card.fields.map((field) => {
			const isNamed = field.role !== null && !['address', 'alias'].includes(field.role);
			const header = withoutAddresses(field.header);
			return { ...field, header, samples: field.samples.map((cell) => maskedCell(cell, isNamed)) };
		}),
		words: Object.fromEntries(
			named(card.words).map(([column, words]) => [
				column,
				words.map((one) => ({ ...one, word: maskedCell(one.word, words.length <= vocabulary) }))
			])
		),
		doubts: card.doubts.map(({ values, column, ...doubt }) => ({
			...doubt,
			...(column !== undefined && { column: withoutAddresses(column) }),
			...(values && { values: values.map((cell) => maskedCell(cell, true)) })
		}))
	};
}
