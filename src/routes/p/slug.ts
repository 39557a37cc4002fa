import { nameKey } from '#lib/name-key.ts';

/**
 * A publication's short name, as its name suggests it.
 *
 * @example slugOf('L’Œil du matin') // => 'l-oeil-du-matin'
 */
export function slugOf(name: string): string {
	return nameKey(name)
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.replaceAll('ß', 'ss')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-+|-+$/g, '')
		.slice(0, 63);
}
