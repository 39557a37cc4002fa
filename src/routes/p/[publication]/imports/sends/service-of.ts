import { serviceName } from '#lib/providers/services.ts';

/** The service that a send went out by, in a list of at most one: of files of no known service none is. */
export function serviceOf(provider: string): string[] {
	return provider === 'by-hand' ? [] : [serviceName(provider)];
}
