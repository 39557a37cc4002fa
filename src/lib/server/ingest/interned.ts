/**
 * Texts numbered from 0 in the order in which they are met. A hash table of our own: nearly every
 * text asked for was just cut from a file, and with those a Map takes half as long again.
 */
export class Interned {
	#texts: string[] = [];
	#hashes = new Int32Array(1024);
	/** where a text's hash leads: its position + 1, 0 for none */
	#slots = new Int32Array(1024);

	get length(): number {
		return this.#texts.length;
	}

	of(text: string): number {
		const hash = hashOf(text);
		const mask = this.#slots.length - 1;
		let slot = hash & mask;
		for (let found = this.#slots[slot]!; found > 0; found = this.#slots[slot]!) {
			if (this.#hashes[slot] === hash && this.#texts[found - 1] === text) return found - 1;
			slot = (slot + 1) & mask;
		}

		// a copy: a slice would keep the whole chunk of the file alive
		this.#slots[slot] = this.#texts.push(copyOf(text));
		this.#hashes[slot] = hash;
		if (this.#texts.length * 2 > mask) this.#grow();
		return this.#texts.length - 1;
	}

	since(position: number): string[] {
		return this.#texts.slice(position);
	}

	#grow() {
		const slots = new Int32Array(this.#slots.length * 2);
		const hashes = new Int32Array(slots.length);
		const mask = slots.length - 1;
		for (const [old, found] of this.#slots.entries()) {
			if (found === 0) continue;
			const hash = this.#hashes[old]!;
			let slot = hash & mask;
			while (slots[slot] !== 0) slot = (slot + 1) & mask;
			slots[slot] = found;
			hashes[slot] = hash;
		}
		this.#slots = slots;
		this.#hashes = hashes;
	}
}

/** FNV-1a of the UTF-16 units, its high bits folded in because the table looks at the low ones. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return hash ^ (hash >>> 15);
}

/** A text that shares no memory with another, a byte a letter where that is enough. */
function copyOf(text: string): string {
	const narrow = Buffer.from(text, 'latin1').toString('latin1');
	return narrow === text ? narrow : Buffer.from(text, 'utf16le').toString('utf16le');
}
