import type { ImportRow } from '#lib/server/figures/imports.ts';
import type { WithTroubleWords } from './with-trouble-words.ts';

/** Files that came together: a zip's, a folder's, or one alone. */
export type Bundle = { name: string; files: WithTroubleWords<ImportRow>[] };

export type Day = { name: string; bundles: Bundle[] };

/** What a file came in: its zip, else its folder, else nothing but itself. */
function home({ container, name }: ImportRow): string | null {
	return container ?? name.match(/^(.+)\/[^/]+$/)?.[1] ?? null;
}

/**
 * A long list of imports by day and by what they came in, in the order given: an export of a
 * hundred files is one line until somebody unfolds it.
 */
export function byDay(
	imports: readonly WithTroubleWords<ImportRow>[],
	dayOf: (startedAt: number) => string
): Day[] {
	const days = new Map<string, Map<string, Bundle>>();

	for (const row of imports) {
		const day = dayOf(row.startedAt);
		const bundles = days.get(day) ?? new Map<string, Bundle>();
		days.set(day, bundles);

		const place = home(row);
		// a lone file is a bundle of its own, whatever else has its name
		const key = place ?? `file ${row.id}`;
		const bundle = bundles.get(key) ?? { name: place ?? row.name, files: [] };
		bundle.files.push(row);
		bundles.set(key, bundle);
	}
	return [...days].map(([name, bundles]) => ({ name, bundles: [...bundles.values()] }));
}
