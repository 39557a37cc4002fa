/** A real turn of the event loop, without which finished native statements pile up. */
export function turn(): Promise<void> {
	return new Promise((turned) => setImmediate(turned));
}
