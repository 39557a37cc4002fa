import { Trouble } from '#lib/trouble.ts';

/** @throws {Trouble} badChoice for a parameter that is none, so that a slip is told and not passed over */
export function onlyKnown(params: URLSearchParams, known: readonly string[]) {
	for (const given of params.keys())
		if (!known.includes(given))
			throw new Trouble('badChoice', { given, known: known.join(', ') || '–' });
}

/** A parameter that has to be there. @throws {Trouble} parameterMissing */
export function parameterOf({ searchParams }: URL, name: string): string {
	const given = searchParams.get(name)?.trim();
	if (!given) throw new Trouble('parameterMissing', { given: name });
	return given;
}
