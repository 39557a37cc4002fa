/**
 * What scrolls must be reachable by keys, and what does not is no stop on the way: it has the class
 * `fits`, the other `wide`.
 */
export function scrollable(box: HTMLElement): () => void {
	const look = () => {
		const wide = box.scrollWidth > box.clientWidth + 1;
		box.classList.toggle('wide', wide);
		box.classList.toggle('fits', !wide);
		if (wide) box.tabIndex = 0;
		else box.removeAttribute('tabindex');
	};
	const watch = new ResizeObserver(look);
	watch.observe(box);
	if (box.firstElementChild) watch.observe(box.firstElementChild);
	return () => watch.disconnect();
}
