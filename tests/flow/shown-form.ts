import { parseDocument, DomUtils } from 'htmlparser2';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { createFormats } from '#lib/messages/format.ts';
import WithFormats from '../../src/lib/ui/WithFormats.test.svelte';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

type Root = Pick<ReturnType<typeof parseDocument>, 'children'>;

const named = (root: Root, names: readonly string[]) =>
	DomUtils.findAll(({ name }) => names.includes(name), root.children);

/** A form as a server writes it: what a browser sends of it unchanged, and what is wrong with how it is said. */
export function shownForm<Props extends object>(what: Component<Props>, given: NoInfer<Props>) {
	type Given = Record<string, unknown>;
	const props = {
		formats: createFormats('en', 'UTC'),
		what: what as unknown as Component<Given>,
		given: given as Given
	};
	const { body } = render(WithFormats, { props });
	const page = parseDocument(body);
	return { html: body, page, sent: sentBy(controlsOf(page)), flaws: flawsOf(page) };
}

/** The forms of a part of a page, each with what it sends unchanged and what its buttons would add. */
export function shownForms<Props extends object>(what: Component<Props>, given: NoInfer<Props>) {
	const { page, flaws } = shownForm(what, given);
	return { forms: formsOf(page), flaws };
}

export type ShownForm = ReturnType<typeof formsOf>[number];

/** The forms of a page as it is served. */
export function formsOf(page: Root) {
	const ofPage = controlsOf(page);
	return named(page, ['form']).map((form) => {
		const { id, action = '', method = 'get' } = form.attribs;
		const within = controlsOf(form).filter(({ attribs }) => attribs.form === undefined);
		const beside = ofPage.filter(({ attribs }) => id !== undefined && attribs.form === id);
		const buttons = named(form, ['button']).filter(({ attribs }) => attribs.type !== 'button');
		// a button may send the form elsewhere
		const to = new Set(buttons.map(({ attribs }) => attribs.formaction ?? action));
		return {
			to: to.size > 0 ? [...to] : [action],
			method: method.toLowerCase(),
			sent: sentBy([...within, ...beside]),
			buttons: named(form, ['button']).flatMap(({ attribs: { name, value } }) =>
				name === undefined ? [] : [[name, value ?? ''] as const]
			)
		};
	});
}

const controlsOf = (root: Root) => named(root, ['input', 'select', 'textarea']);

function sentBy(controls: readonly Element[]): FormData {
	const sent = new FormData();
	for (const control of controls)
		for (const value of valuesOf(control)) sent.append(control.attribs.name ?? '', value);
	return sent;
}

/** What a control sends: nothing where it is not checked, or where its choice is none. */
function valuesOf(control: Element): string[] {
	const { attribs, name } = control;
	if (attribs.name === undefined || 'disabled' in attribs) return [];
	if (name === 'textarea') return [DomUtils.textContent(control)];
	if (name === 'select') {
		const options = DomUtils.getElementsByTagName('option', control);
		const chosen =
			options.find((one) => 'selected' in one.attribs) ??
			options.find((one) => !('disabled' in one.attribs));
		if (!chosen || 'disabled' in chosen.attribs) return [];
		return [chosen.attribs.value ?? DomUtils.textContent(chosen)];
	}
	if (attribs.type === 'checkbox' || attribs.type === 'radio')
		return 'checked' in attribs ? [attribs.value ?? 'on'] : [];
	return [attribs.value ?? ''];
}

/** Controls that nothing names, and names that lead nowhere or to two. */
export function flawsOf(page: Root): string[] {
	const all = DomUtils.findAll(() => true, page.children);
	const ids = all.flatMap(({ attribs }) => attribs.id ?? []);
	const labels = named(page, ['label']);
	const inLabel = new Set(labels.flatMap((one) => DomUtils.findAll(() => true, one.children)));
	const labelled = new Set(labels.flatMap(({ attribs }) => attribs.for ?? []));
	const isNamed = (one: Element) =>
		one.attribs.type === 'hidden' ||
		inLabel.has(one) ||
		labelled.has(one.attribs.id ?? '') ||
		Boolean(one.attribs['aria-label']?.trim());
	const led = all.flatMap(({ attribs }) => [
		...(attribs.for ?? '').split(' '),
		...(attribs['aria-describedby'] ?? '').split(' ')
	]);
	return [
		...controlsOf(page)
			.filter((one) => !isNamed(one))
			.map(({ attribs }) => `no label: ${attribs.name}`),
		...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `twice: ${id}`),
		...led.filter((id) => id && !ids.includes(id)).map((id) => `leads nowhere: ${id}`)
	];
}
