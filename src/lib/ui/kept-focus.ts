const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, summary, textarea';

const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent.trim();

/**
 * Remembers which control has the focus, and gives what brings it back once a page has changed: to the
 * control or, once that is gone, to the one in its place.
 *
 * @param byName the nearest that is called the same comes before the one in its place, as where rows have
 * moved; not where it would do the same to another row
 */
export function keptFocus(byName = false): () => void {
	const controls = () => [...document.querySelectorAll<HTMLElement>(CONTROLS)];
	const at = document.activeElement as HTMLElement | null;
	const place = at ? controls().indexOf(at) : -1;
	const name = at ? nameOf(at) : '';

	return () => {
		// the page moved it on purpose, or nothing had it
		if (!at || place < 0 || document.activeElement !== document.body) return;
		const now = controls();
		const [alike] = now
			.map((one, i) => ({ one, far: Math.abs(i - place) }))
			.filter(({ one }) => byName && one.tagName === at.tagName && nameOf(one) === name)
			.sort((a, b) => a.far - b.far);
		const to = at.isConnected ? at : (alike?.one ?? now[place]);
		to?.focus({ preventScroll: true });
	};
}
