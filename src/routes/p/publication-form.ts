import { locales } from '#lib/locales.ts';
import * as v from 'valibot';

/** Names of routes, which a publication's address must not hide. */
const TAKEN = ['new'];

const known = (kind: 'timeZone' | 'currency') => new Set(Intl.supportedValuesOf(kind));

/** What a person says of a publication; nothing is taken from the machine that it runs on. */
const words = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
	slug: v.pipe(
		v.string(),
		v.trim(),
		v.regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
		v.check((slug) => !TAKEN.includes(slug))
	),
	language: v.picklist(locales),
	currency: v.pipe(
		v.string(),
		v.check((code) => known('currency').has(code))
	),
	zone: v.pipe(
		v.string(),
		v.check((name) => known('timeZone').has(name) || name === 'UTC')
	)
});

export type PublicationFormWords = v.InferOutput<typeof words>;
export type Field = keyof PublicationFormWords;

/** Reads the form; what is wrong comes back by field, with what was typed. */
export function readForm(
	form: FormData
): { words: PublicationFormWords } | { wrong: Field[]; typed: Record<string, string> } {
	const typed = Object.fromEntries([...form].map(([key, value]) => [key, String(value)]));
	const read = v.safeParse(words, typed);
	if (read.success) return { words: read.output };

	const wrong = new Set(read.issues.map((issue) => issue.path?.[0]?.key as Field));
	return { wrong: [...wrong], typed };
}
