/**
 * A topic's name as it is compared: without case, accents, emoji and punctuation. What tells names
 * apart stays: "C++" is not "C#", and a name of signs alone is itself.
 *
 * @example topicKey('🔒 Cyber-Sécurité') // => 'cyber securite'
 */
export function topicKey(name: string): string {
	const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
	const words = plain.replace(/(?<![\p{L}\p{N}+#])[+#]+|[^\p{L}\p{N}+#]+/gu, ' ').trim();
	return words || plain.replace(/\s+/g, ' ').trim();
}

/** A name given so often; of one topic's names one is shown. */
export type GivenName = { name: string; times: number };

/**
 * Names as they are compared, with the spelling that was given most often, of equals the first by
 * code: whatever came first, it is the same one.
 *
 * @param names each as often as it is given
 */
export function spellings(names: readonly string[]): Map<string, GivenName> {
	const written = new Map<string, number>();
	for (const given of names) {
		const name = given.normalize('NFC').replace(/\s+/g, ' ').trim();
		written.set(name, (written.get(name) ?? 0) + 1);
	}
	const byKey = new Map<string, GivenName & { most: number }>();
	for (const [name, n] of written) {
		const key = topicKey(name);
		const best = byKey.get(key);
		const better = !best || n > best.most || (n === best.most && name < best.name);
		const shown = better ? { name, most: n } : best;
		byKey.set(key, { ...shown, times: (best?.times ?? 0) + n });
	}
	return byKey;
}
