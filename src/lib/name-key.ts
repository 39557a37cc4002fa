/**
 * A name as it is compared: spend says "Réseaux sociaux" where the list of readers says
 * "reseaux-sociaux".
 *
 * @example nameKey(' Réseaux-Sociaux ') // => 'reseaux sociaux'
 */
export function nameKey(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\s_.\u2010\u2011-]+/g, ' ')
		.trim();
}
