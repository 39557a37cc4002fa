import { withoutAddresses } from '#lib/url/address.ts';

/**
 * The names in a cell, parted by `;`, `|`, or commas where whole names stand between them.
 *
 * @example authorNames('Ana Mar, Léo Roux') // => ['Ana Mar', 'Léo Roux']
 * @example authorNames('Mar, Ana') // => ['Mar, Ana']
 */
export function authorNames(cell: string | undefined): string[] {
	// cut first, an address that is written with entities would be one no more
	const parts = withoutAddresses(cell ?? '')
		.split(/[;|]/)
		.flatMap((part) => {
			const names = part.split(',').map((name) => name.trim());
			return names.every((name) => /\S\s+\S/.test(name)) ? names : [part];
		});
	return [...new Set(parts.map((name) => name.replace(/\s+/g, ' ').trim()).filter(Boolean))];
}
