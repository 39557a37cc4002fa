import { nameKey } from '#lib/name-key.ts';

/** What a list offers: what is stored, what it is called, and other words by which people look for it. */
export type Choice = { value: string; label: string; also: string };

/** Something that is found by what it is called alone. */
export function choiceOf(value: string | number, label: string): Choice {
	return { value: String(value), label, also: '' };
}

/** Words of a text apart, whatever stands between them; before and after UTC are two words. */
function keyOf(text: string): string {
	const signed = text.replaceAll(
		/(?:utc|gmt) ?([+\u2212-]) ?(?=\d)/gi,
		(_, sign: string) => ` utc${sign === '+' ? 'plus' : 'minus'}`
	);
	return nameKey(signed)
		.replaceAll(/[^\p{L}\p{N}\p{Sc}]+/gu, ' ')
		.trim();
}

type Keys = { label: string; all: string };

/** Of hundreds of choices none is read anew with every letter that is typed. */
const keysOnce = new WeakMap<Choice, Keys>();

function searchedKeys(choice: Choice): Keys {
	const known = keysOnce.get(choice);
	if (known !== undefined) return known;
	const { label, value, also } = choice;
	const keys = { label: keyOf(label), all: keyOf(`${label} ${value} ${also}`) };
	keysOnce.set(choice, keys);
	return keys;
}

const begins = (key: string, word: string) => ` ${key}`.includes(` ${word}`);

/** How near a choice is to what was typed, the nearest first; below 0 it is not near at all. */
function distance({ label, all }: Keys, asked: string): number {
	const words = asked.split(' ');
	const every = (key: string, end = '') => words.every((word) => begins(key + end, word + end));
	return [
		`${label} `.startsWith(`${asked} `),
		all.startsWith(asked),
		every(label, ' '),
		every(label),
		every(all, ' '),
		every(all),
		all.includes(asked)
	].indexOf(true);
}

/**
 * Choices by what somebody types: those whose name begins with it first, then those with its very words,
 * then those of which words begin so, then those that are called so beside their name. Case and accents
 * make no difference.
 */
export function findChoices<One extends Choice>(choices: readonly One[], typed: string): One[] {
	const asked = keyOf(typed);
	if (!asked) return [...choices];

	return choices
		.map((one) => ({ one, at: distance(searchedKeys(one), asked) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}

/** The words beside its name by which a choice was found; empty where its name says all that was typed. */
export function foundBy(choice: Choice, typed: string): string {
	const { label } = searchedKeys(choice);
	const others = [choice.value, ...choice.also.split(' ')];
	const found = keyOf(typed)
		.split(' ')
		.filter((word) => !label.includes(word))
		.map((word) => others.find((other) => begins(keyOf(other), word)));
	return [...new Set(found)].filter(Boolean).join(' ');
}
