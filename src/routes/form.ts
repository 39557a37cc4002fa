import { error } from '@sveltejs/kit';
import { plainText } from '#lib/plain-text.ts';
import { troubleWords } from '#lib/messages/trouble-words.ts';
import { Trouble } from '#lib/trouble.ts';

type RequestParts = { request: Request; locals: Pick<App.Locals, 'language'> };

/**
 * The form that a request holds: every action reads it here. What no browser sends from our pages is
 * no form: a body that does not parse, a file where text belongs, a zero byte, which would end a text
 * early in the database.
 *
 * @param files names of the fields that take a file
 * @throws {HttpError} 400
 */
export async function formOf(
	{ request, locals }: RequestParts,
	files: readonly string[] = []
): Promise<FormData> {
	const form = await request.formData().catch((cause: unknown) => {
		// a body that was cut or is too large says so itself
		if (cause instanceof TypeError) return null;
		throw cause;
	});
	if (form && [...form].every(([name, value]) => isFit(name, value, files))) return plainForm(form);
	error(400, { message: troubleWords('badForm', {}, locals.language), code: 'badForm' });
}

/** What people typed, without what nobody sees; of a password every sign counts. */
function plainForm(form: FormData): FormData {
	const plain = new FormData();
	for (const [name, value] of form)
		if (typeof value !== 'string') plain.append(name, value);
		else plain.append(name, SECRET.test(name) ? value : plainText(value));
	return plain;
}

const SECRET = /password|present/i;

function isFit(name: string, value: FormDataEntryValue, files: readonly string[]): boolean {
	if (name.includes('\0')) return false;
	return typeof value === 'string' ? !value.includes('\0') : files.includes(name);
}

/** What was typed into a field, trimmed; empty where there is no such field. */
export function textIn(form: FormData, name: string): string {
	return String(form.get(name) ?? '').trim();
}

/** What a field holds as JSON; null where it is none, or there is no such field. */
export function jsonIn(form: FormData, name: string): unknown {
	try {
		return JSON.parse(textIn(form, name));
	} catch {
		return null;
	}
}

/** What a form held when it was opened, which another may have changed since; null where it does not say. */
export const shownIn = (form: FormData): unknown => jsonIn(form, 'shown');

/** The row that a field names. @throws {Trouble} badNumber */
export function idIn(form: FormData, name: string): number {
	return idOf(textIn(form, name), name);
}

/** All rows that fields of one name name. @throws {Trouble} badNumber */
export function idsIn(form: FormData, name: string): number[] {
	return form.getAll(name).map((given) => idOf(String(given), name));
}

/** The row that a field names, or null where it is empty. @throws {Trouble} badNumber */
export function idOrNullIn(form: FormData, name: string): number | null {
	return textIn(form, name) === '' ? null : idIn(form, name);
}

/**
 * One of the choices that a menu offers; the first where the field is not there at all.
 *
 * @throws {Trouble} badChoice
 */
export function choiceIn<Choice extends string>(
	form: FormData,
	name: string,
	choices: readonly [Choice, ...Choice[]]
): Choice {
	const given = form.get(name) ?? choices[0];
	const chosen = choices.find((one) => one === given);
	if (chosen !== undefined) return chosen;
	throw new Trouble('badChoice', {
		given: String(given).slice(0, 40),
		field: name,
		known: choices.join(', ')
	});
}

/** A row's number as text, of the field that it is about. @throws {Trouble} badNumber for what cannot be one */
function idOf(text: string, field: string): number {
	if (!isId(text)) throw new Trouble('badNumber', { given: text.slice(0, 40), field });
	return Number(text);
}

/** The row that a part of a path names. @throws {HttpError} 404 for what cannot be one */
export function idOfPath(part: string): number {
	if (!isId(part)) error(404);
	return Number(part);
}

/** The row that an address asks for; null for none, and for what cannot be one. */
export function idAsked({ searchParams }: URL, name: string): number | null {
	const given = searchParams.get(name) ?? '';
	return isId(given) ? Number(given) : null;
}

/** Whether a text is the number of a row. */
export function isId(text: string): boolean {
	return /^[1-9]\d{0,14}$/.test(text);
}
