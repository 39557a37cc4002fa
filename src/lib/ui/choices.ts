import { nameKey } from '#lib/name-key.ts';

/** What a list offers: what is stored, what it is called, and other words by which people look for it. */
export type Choice = { value: string; label: string; also: string };

/** Something that is found by what it is called alone. */
export function choiceOf(value: string | number, label: string): Choice {
	return { value: String(value), label, also: '' };
}

/** Words of a text apart, whatever stands between them. */
const keyOf = (text: string) => nameKey(text).replaceAll(/[^\p{L}\p{N}\p{Sc}]+/gu, ' ');

/** Of hundreds of choices none is read anew with every letter that is typed. */
const keysOnce = new WeakMap<Choice, string>();

function searchedKey(choice: Choice): string {
	const known = keysOnce.get(choice);
	if (known !== undefined) return known;
	const key = keyOf(`${choice.label} ${choice.value} ${choice.also}`);
	keysOnce.set(choice, key);
	return key;
}

/**
 * Choices by what somebody types: those that begin with it first, then those of which words begin with
 * all that was typed, then those that hold it anywhere. Case and accents make no difference.
 */
export function findChoices<One extends Choice>(choices: readonly One[], typed: string): One[] {
	const asked = keyOf(typed).trim();
	if (!asked) return [...choices];

	const place = (one: One) => {
		const key = searchedKey(one);
		if (key.startsWith(asked)) return 0;
		if (asked.split(' ').every((word) => ` ${key}`.includes(` ${word}`))) return 1;
		return key.includes(asked) ? 2 : 3;
	};
	return choices
		.map((one) => ({ one, at: place(one) }))
		.filter(({ at }) => at < 3)
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}
