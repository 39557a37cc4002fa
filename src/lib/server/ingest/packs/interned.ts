/**
 * Texts numbered from 0 in the order in which they are met. A hash table of our own: nearly every
 * text asked for was just cut from a file, and with those a Map takes half as long again.
 */
export class Interned {
	#texts: string[] = [];
	/** pairs of a hash and the position of its text + 1, 0 for none: side by side, they are fetched at once */
	#slots = new Int32Array(2048);

	get length(): number {
		return this.#texts.length;
	}

	of(text: string): number {
		const hash = hashOf(text);
		const slots = this.#slots;
		const mask = slots.length - 2;
		let slot = (hash << 1) & mask;
		for (let stored = slots[slot + 1]!; stored > 0; stored = slots[slot + 1]!) {
			if (slots[slot] === hash && this.#texts[stored - 1] === text) return stored - 1;
			slot = (slot + 2) & mask;
		}

		slots[slot] = hash;
		// a copy: a slice would keep the whole chunk of the file alive
		slots[slot + 1] = this.#texts.push(copyOf(text));
		if (this.#texts.length * 4 > slots.length) this.#grow();
		return this.#texts.length - 1;
	}

	since(position: number): string[] {
		return this.#texts.slice(position);
	}

	#grow() {
		const slots = new Int32Array(this.#slots.length * 2);
		const mask = slots.length - 2;
		for (let old = 0; old < this.#slots.length; old += 2) {
			const stored = this.#slots[old + 1]!;
			if (stored === 0) continue;
			const hash = this.#slots[old]!;
			let slot = (hash << 1) & mask;
			while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
			slots[slot] = hash;
			slots[slot + 1] = stored;
		}
		this.#slots = slots;
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
