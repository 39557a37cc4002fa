import * as v from 'valibot';
import { linkRoles } from '#lib/item-roles.ts';
import type { CorrectionRequest } from '#lib/server/desk/corrections.ts';
import { Trouble } from '#lib/trouble.ts';

const title = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const section = v.pipe(
	v.string(),
	v.trim(),
	v.maxLength(200),
	v.transform((typed) => typed || null)
);
const authors = v.pipe(
	v.string(),
	v.maxLength(300),
	v.transform((typed) => [
		...new Set(
			typed
				.split(';')
				.map((name) => name.trim())
				.filter(Boolean)
		)
	])
);
const id = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number));

const wishes = v.variant('kind', [
	v.object({ kind: v.literal('title'), item: id, title }),
	v.object({ kind: v.literal('authors'), item: id, authors }),
	v.object({
		kind: v.literal('role'),
		item: id,
		role: v.picklist(linkRoles)
	}),
	v.object({ kind: v.literal('heading'), item: id }),
	v.object({
		kind: v.literal('story'),
		from: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
	}),
	v.object({ kind: v.literal('section'), from: section, to: section }),
	v.object({ kind: v.literal('move'), item: id, section }),
	v.object({ kind: v.literal('merge'), item: id, into: id }),
	v.object({ kind: v.literal('split'), item: id, page: id, title }),
	v.object({
		kind: v.literal('link'),
		item: id,
		page: id,
		into: v.union([
			v.pipe(
				v.literal('out'),
				v.transform(() => null)
			),
			id
		])
	})
]);

/** What a form asks to be corrected. @throws {Trouble} badCorrection */
export function readCorrection(form: FormData): CorrectionRequest {
	const read = v.safeParse(wishes, Object.fromEntries(form));
	if (!read.success) throw new Trouble('badCorrection');
	return read.output;
}
