/** Why a form was refused, and what its page knows of where that belongs. */
export type Refusal = {
	message: string;
	/** fields that it may be about, the likeliest first; `name-2` is the third of a name */
	fields: readonly string[];
	/** what was typed there, where the reason quotes it */
	given: string | null;
};

/** Fields of a form as they were sent; several may have one name. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** A control as a document has it, a browser's or one that is about to be served. */
export type Control = {
	name: string;
	/** of an `input` its type, else the name of the element */
	kind: string;
	value: string;
};

/** What a control is to hold. */
export type Filling = { value: string } | { checked: boolean };

/** The control that a refusal is about, among those that are seen: its place, or -1. */
export function fieldOf(
	seen: readonly Pick<Control, 'name' | 'value'>[],
	{ fields, given }: Refusal
): number {
	const quotes = ({ value }: { value: string }) => given !== null && value.trim() === given;
	const named = fields.flatMap((field) => {
		const [, name = field, at] = /^(.+)-(\d+)$/.exec(field) ?? [];
		const alike = seen.filter((one) => one.name === name);
		return at === undefined ? alike : alike.slice(Number(at), Number(at) + 1);
	});
	const found = named.find(quotes) ?? named[0] ?? seen.find(quotes);
	return found ? seen.indexOf(found) : -1;
}

const isTicked = (kind: string) => kind === 'checkbox' || kind === 'radio';

/**
 * What the controls of a form held when it was sent, one for each of them; null where that is not known:
 * files are not handed back, and neither are passwords.
 */
export function fillingsOf(controls: readonly Control[], sent: SentFields): (Filling | null)[] {
	const left = new Map<string, string[]>();
	for (const [name, value] of sent) left.set(name, [...(left.get(name) ?? []), value]);

	return controls.map(({ name, kind, value }) => {
		if (name === '' || kind === 'file' || kind === 'password') return null;
		if (isTicked(kind)) return { checked: left.get(name)?.includes(value) ?? false };
		const next = left.get(name)?.shift();
		return next === undefined ? null : { value: next };
	});
}

/** Of forms that send to one action, the one that was sent: what nobody types tells them apart. */
export function formThatSent(forms: readonly (readonly Control[])[], sent: SentFields): number {
	const alike = forms.map((controls) => {
		const fixed = controls.filter(({ kind, name }) => kind === 'hidden' && name !== '');
		const same = fixed.filter(({ name, value }) =>
			sent.some(([one, said]) => one === name && said === value)
		);
		return 2 * same.length - fixed.length;
	});
	return alike.indexOf(Math.max(...alike));
}
