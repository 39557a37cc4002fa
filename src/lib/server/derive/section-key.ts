/**
 * A section's title without case, accents, emoji and punctuation: the same heading in two issues is
 * one section, however it was typed.
 *
 * @example sectionKey('⚡ En bref (ou presque) :') // => 'en bref ou presque'
 */
export function sectionKey(title: string): string {
	return title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
