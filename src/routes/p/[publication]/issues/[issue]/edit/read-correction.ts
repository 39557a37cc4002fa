import * as v from 'valibot';
import { linkRoles } from '#lib/item-roles.ts';
import {
	correctionKinds,
	type CorrectionPart,
	type CorrectionRequest
} from '#lib/server/derive/correction-kinds.ts';
import { textIn } from '../../../../../form.ts';
import { Trouble } from '#lib/trouble.ts';

const id = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number));

/** How a field of a form is read, by what it is of a correction. */
const readers: Record<CorrectionPart, v.GenericSchema<string, unknown>> = {
	item: id,
	otherItem: v.union([
		v.pipe(
			v.literal('out'),
			v.transform(() => null)
		),
		id
	]),
	page: id,
	title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300)),
	heading: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
	section: v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(200),
		v.transform((typed) => typed || null)
	),
	role: v.picklist(linkRoles),
	authors: v.pipe(
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
	)
};

const requests = v.variant(
	'kind',
	Object.entries(correctionKinds).map(([kind, { parts }]) =>
		v.object({
			kind: v.literal(kind),
			...Object.fromEntries(
				Object.entries<CorrectionPart>(parts).map(([name, part]) => [name, readers[part]])
			)
		})
	)
);

/** What a form asks to be corrected. @throws {Trouble} noTitle, badCorrection */
export function readCorrection(form: FormData): CorrectionRequest {
	const read = v.safeParse(requests, Object.fromEntries(form));
	if (read.success) return read.output as CorrectionRequest;
	const field = read.issues[0].path?.[0]?.key;
	if (field === 'title' && form.has(field) && textIn(form, field) === '')
		throw new Trouble('noTitle', { field });
	throw new Trouble('badCorrection', field === undefined ? {} : { field: String(field) });
}
