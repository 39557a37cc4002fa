const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, summary, textarea';

const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent.trim();

const controlsIn = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>(CONTROLS)];

/** What an element is within, from the nearest to the whole page. */
function* around(one: Element): Generator<Element> {
	for (let at = one.parentElement; at; at = at.parentElement) yield at;
}

/**
 * Remembers which control has the focus, and gives what brings it back once a page has changed: to the
 * control or, once that is gone, to the one in its place.
 *
 * @param byName the nearest that is called the same comes before the one in its place, as where rows have
 * moved; not where it would do the same to another row
 */
export function keptFocus(byName = false): () => void {
	const at = document.activeElement as HTMLElement | null;
	const place = at ? controlsIn(document).indexOf(at) : -1;
	const name = at ? nameOf(at) : '';
	// what comes or goes elsewhere on the page does not count
	const boxes = at
		? [...around(at)].map((box) => ({ box, place: controlsIn(box).indexOf(at) }))
		: [];

	/** Of the nearest that is still there and has a control, the one in its place, or the last. */
	function inPlace(): HTMLElement | undefined {
		for (const { box, place } of boxes) {
			const left = box.isConnected ? controlsIn(box) : [];
			if (left.length > 0) return left[place] ?? left.at(-1);
		}
		return undefined;
	}

	return () => {
		// the page moved it on purpose, or nothing had it
		if (!at || place < 0 || document.activeElement !== document.body) return;
		const now = controlsIn(document);
		const [alike] = now
			.map((one, i) => ({ one, far: Math.abs(i - place) }))
			.filter(({ one }) => byName && one.tagName === at.tagName && nameOf(one) === name)
			.sort((a, b) => a.far - b.far);
		const to = at.isConnected ? at : (alike?.one ?? inPlace());
		to?.focus({ preventScroll: true });
	};
}
