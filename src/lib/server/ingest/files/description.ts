import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as v from 'valibot';
import { locales } from '#lib/locales.ts';
import { isZone } from '#lib/csv/instants/zones.ts';
import { isDay } from '#lib/is-day.ts';
import { plainText } from '#lib/plain-text.ts';
import { Trouble } from '#lib/trouble.ts';
import { MOST_NOTE, noteText } from '../../derive/note-words.ts';

const description = v.object({
	slug: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/)),
	name: v.pipe(v.string(), v.transform(plainText), v.minLength(1)),
	language: v.picklist(locales),
	currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
	zone: v.pipe(v.string(), v.check(isZone)),
	sample: v.optional(v.boolean(), false),
	/** dated notes that the publication begins with */
	notes: v.optional(
		v.pipe(
			v.array(
				v.object({
					date: v.pipe(v.string(), v.check(isDay)),
					text: v.pipe(v.string(), v.transform(noteText), v.minLength(1), v.maxLength(MOST_NOTE))
				})
			),
			v.maxLength(1000)
		),
		[]
	),
	/** issues that are not sent yet, each with the name of its file: forecast once the others are read */
	drafts: v.optional(
		v.pipe(
			v.array(v.object({ name: v.pipe(v.string(), v.minLength(1)), text: v.string() })),
			v.maxLength(20)
		),
		[]
	),
	/** the lists of subscribers that lie there are complete */
	complete: v.optional(v.boolean(), false)
});

export type Description = v.InferOutput<typeof description>;

/**
 * What the `publication.json` of a folder says of the publication whose files lie there; null where
 * there is none.
 *
 * @throws {Trouble} publicationUnreadable
 */
export async function describedIn(folder: string): Promise<Description | null> {
	const text = await readFile(join(folder, 'publication.json'), 'utf8').catch(() => null);
	if (text === null) return null;

	const parsed = v.safeParse(description, parseJson(text));
	if (parsed.success) return parsed.output;
	throw new Trouble('publicationUnreadable', { file: join(basename(folder), 'publication.json') });
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
