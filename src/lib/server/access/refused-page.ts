import { DomUtils, parseDocument } from 'htmlparser2';
import {
	fieldOf,
	fillingsOf,
	formThatSent,
	type Control,
	type Refusal,
	type SentFields
} from '#lib/refused-form.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

type Refused = {
	refusal: Refusal;
	sent: SentFields;
	/** where it was sent to */
	to: URL;
};

const CONTROLS = ['input', 'select', 'textarea'];

/** The action that an address names, as forms do. */
const actionOf = ({ pathname, searchParams }: URL) =>
	pathname + ([...searchParams.keys()].find((key) => key.startsWith('/')) ?? '');

/**
 * The page that answers a refused form, as somebody without scripts has it: the form holds what was typed
 * and says at its field why it was refused; a page without that form says so at its head. All forms of all
 * pages are seen to here; where scripts run, `ui/enhance.ts` does the same.
 */
export function refusedPage(html: string, { refusal, sent, to }: Refused): string {
	const page = parseDocument(html, { withStartIndices: true, withEndIndices: true });
	const forms = DomUtils.getElementsByTagName('form', page).filter((form) => sendsTo(form, to));
	const form =
		forms[
			formThatSent(
				forms.map((one) => controlsOf(one).map(asControl)),
				sent
			)
		];
	if (!form) return atHead(html, page, refusal);

	fill(form, sent);
	say(form, refusal);
	const shown = DomUtils.getOuterHTML(form, { encodeEntities: 'utf8' });
	const opened = closedAround(form).map((one) => one.startIndex! + '<details'.length);
	let [answer, from] = ['', 0];
	for (const at of opened) {
		answer += `${html.slice(from, at)} open=""`;
		from = at;
	}
	return answer + html.slice(from, form.startIndex!) + shown + html.slice(form.endIndex! + 1);
}

function sendsTo(form: Element, to: URL): boolean {
	if (form.attribs.method?.toLowerCase() !== 'post') return false;
	const buttons = DomUtils.getElementsByTagName('button', form);
	const targets = [form, ...buttons].flatMap(
		({ attribs }) => attribs.action ?? attribs.formaction ?? []
	);
	return (targets.length ? targets : ['']).some(
		(target) => URL.canParse(target, to) && actionOf(new URL(target, to)) === actionOf(to)
	);
}

function controlsOf(form: Element): Element[] {
	return DomUtils.findAll(({ name }) => CONTROLS.includes(name), form.children);
}

function asControl(element: Element): Control {
	const { name, attribs } = element;
	const isTicked = attribs.type === 'checkbox' || attribs.type === 'radio';
	return {
		name: attribs.name ?? '',
		kind: name === 'input' ? (attribs.type ?? 'text') : name,
		value:
			name === 'textarea'
				? DomUtils.textContent(element)
				: (attribs.value ?? (isTicked ? 'on' : ''))
	};
}

function fill(form: Element, sent: SentFields) {
	const controls = controlsOf(form);
	for (const [i, filling] of fillingsOf(controls.map(asControl), sent).entries()) {
		const control = controls[i]!;
		if (!filling) continue;
		if ('checked' in filling) mark(control, 'checked', filling.checked);
		else if (control.name === 'select') choose(control, filling.value);
		else if (control.name === 'textarea') control.children = textOf(filling.value);
		else control.attribs.value = filling.value;
	}
}

function mark(element: Element, name: string, is: boolean) {
	const { [name]: _, ...others } = element.attribs;
	element.attribs = is ? { ...others, [name]: '' } : others;
}

function choose(select: Element, value: string) {
	for (const option of DomUtils.getElementsByTagName('option', select))
		mark(option, 'selected', (option.attribs.value ?? DomUtils.textContent(option)) === value);
}

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

// a browser leaves out a line break that a field begins with
const textOf = (text: string) => parseDocument(escaped(text.replace(/^\r?\n/, '\n\n'))).children;

function noteOf(message: string, id: string | null): string {
	const named = id === null ? '' : ` id="${escaped(id)}"`;
	return `<small class="refusal" role="alert"${named}>${escaped(message)}</small>`;
}

function say(form: Element, refusal: Refusal) {
	const seen = controlsOf(form).filter(({ attribs }) => attribs.type !== 'hidden');
	const field = seen[fieldOf(seen.map(asControl), refusal)];
	const note = (id: string | null) => parseDocument(noteOf(refusal.message, id)).children[0]!;
	if (!field) {
		const [button] = DomUtils.getElementsByTagName('button', form).filter(
			({ attribs }) => attribs.type !== 'button'
		);
		if (button) DomUtils.prepend(button, note(null));
		else DomUtils.appendChild(form, note(null));
		return;
	}
	const id = `refusal-${field.attribs.id ?? field.attribs.name ?? ''}`;
	Object.assign(field.attribs, {
		'aria-invalid': 'true',
		'aria-errormessage': id,
		autofocus: '',
		'aria-describedby': [field.attribs['aria-describedby'], id].filter(Boolean).join(' ')
	});
	// within a label it would be part of the field's name
	DomUtils.append(around(field, ({ name }) => name === 'label')[0] ?? field, note(id));
}

/** What lies around an element and is such, from within. */
function around(element: Element, is: (one: Element) => boolean): Element[] {
	const found: Element[] = [];
	for (let one = element.parent; one; one = one.parent)
		if (one.type === 'tag' && is(one as Element)) found.push(one as Element);
	return found;
}

/** What would hide a form, from the page's head on. */
function closedAround(form: Element): Element[] {
	return around(form, ({ name, attribs }) => name === 'details' && !('open' in attribs)).reverse();
}

function atHead(html: string, page: ReturnType<typeof parseDocument>, refusal: Refusal): string {
	const [main] = DomUtils.getElementsByTagName('main', page);
	const at = main?.firstChild?.startIndex;
	if (at === null || at === undefined) return html;
	return html.slice(0, at) + noteOf(refusal.message, null) + html.slice(at);
}
