/** Between a button and what opens below it, and between that and the edge of the window. */
const GAP = 5;

/** Places a layer of the window below a button, or above it where there is more room. */
export function placeBelow(button: Element, layer: HTMLElement, align: 'start' | 'end'): void {
	const at = button.getBoundingClientRect();
	// nothing is known of its size before it is shown
	const { offsetWidth: width, offsetHeight: height } = layer;
	const side = align === 'start' ? at.left : at.right - width;
	const left = Math.max(GAP, Math.min(side, innerWidth - width - GAP));
	const isBelow = at.bottom + GAP + height <= innerHeight || at.top < innerHeight / 2;
	layer.style.left = `${left}px`;
	layer.style.top = isBelow ? `${at.bottom + GAP}px` : 'auto';
	layer.style.bottom = isBelow ? 'auto' : `${innerHeight - at.top + GAP}px`;
}
