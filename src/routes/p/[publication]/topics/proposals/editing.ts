/** A proposed topic as it stands on the page, before anything is kept. */
export type ProposalDraft = {
	/** told apart from others while it is edited */
	key: number;
	name: string;
	/** ids of the suggested topics that it is made of */
	ids: number[];
	/** words by which it was found, each with the items that have it */
	words: { word: string; holds: readonly number[] }[];
	/** items that it would hold */
	items: readonly number[];
	examples: readonly { title: string; issue: string }[];
};

type Proposed = {
	id: number | null;
	name: string;
	words: readonly { word: string }[];
	holds: readonly (readonly number[])[];
	examples: ProposalDraft['examples'];
};

/** Proposals as they come, each under its own name. */
export function draftsOf(proposals: readonly Proposed[]): ProposalDraft[] {
	return proposals.map(({ id, name, words, holds, examples }, key) => ({
		key,
		name,
		examples,
		ids: id === null ? [] : [id],
		words: words.map(({ word }, i) => ({ word, holds: holds[i] ?? [] })),
		items: union(holds)
	}));
}

function union(holds: readonly (readonly number[])[]): number[] {
	return [...new Set(holds.flat())];
}

function without(list: readonly ProposalDraft[], key: number): ProposalDraft[] {
	return list.filter((draft) => draft.key !== key);
}

/** Makes one topic part of another, which keeps its name and gains the other's words and items. */
export function merged(
	list: readonly ProposalDraft[],
	from: number,
	into: number
): ProposalDraft[] {
	const gone = list.find(({ key }) => key === from);
	if (!gone || from === into) return [...list];
	return without(list, from).map((draft) => {
		if (draft.key !== into) return draft;
		const known = new Set(draft.words.map(({ word }) => word));
		return {
			...draft,
			ids: [...draft.ids, ...gone.ids],
			words: [...draft.words, ...gone.words.filter(({ word }) => !known.has(word))],
			items: union([draft.items, gone.items])
		};
	});
}

/**
 * Splits a new topic off one: the words at some places go with it, and the items that have them and
 * none of those that stay.
 */
export function split(
	list: readonly ProposalDraft[],
	key: number,
	places: readonly number[],
	name: string
): ProposalDraft[] {
	return list.flatMap((draft) => {
		if (draft.key !== key || places.length === 0) return [draft];
		const [go, stay] = [true, false].map((gone) =>
			draft.words.filter((_, i) => places.includes(i) === gone)
		) as [ProposalDraft['words'], ProposalDraft['words']];
		const kept = new Set(stay.flatMap(({ holds }) => holds));
		const items = union(go.map(({ holds }) => holds)).filter((item) => !kept.has(item));
		const next = Math.max(...list.map((one) => one.key)) + 1;
		return [
			{ ...draft, words: stay, items: [...kept] },
			{ key: next, name, ids: [], words: go, items, examples: [] }
		];
	});
}

/** Adds a topic that somebody thought of, first; its name is the word that speaks for it. */
export function added(list: readonly ProposalDraft[], name: string): ProposalDraft[] {
	const key = Math.max(-1, ...list.map((one) => one.key)) + 1;
	return [
		{ key, name, ids: [], words: [{ word: name, holds: [] }], items: [], examples: [] },
		...list
	];
}

/** The list with one topic under another name. */
export function renamed(
	list: readonly ProposalDraft[],
	key: number,
	name: string
): ProposalDraft[] {
	return list.map((draft) => (draft.key === key ? { ...draft, name } : draft));
}

/** The list without one topic. */
export function dropped(list: readonly ProposalDraft[], key: number): ProposalDraft[] {
	return without(list, key);
}

/** What is sent to be kept. */
export function keptOf(list: readonly ProposalDraft[]) {
	return list
		.filter(({ name }) => name.trim() !== '')
		.map(({ name, ids, words }) => ({
			name: name.trim(),
			ids,
			words: words.map(({ word }) => word)
		}));
}
