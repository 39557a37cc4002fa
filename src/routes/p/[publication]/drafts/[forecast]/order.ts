/** An order with one of its places moved to where another is; those between make room. */
export function moved(order: readonly number[], from: number, to: number): number[] {
	const rest = order.toSpliced(from, 1);
	return rest.toSpliced(to, 0, order[from]!);
}

/** Whether an order is the one that was drafted. */
export function isDrafted(order: readonly number[]): boolean {
	return order.every((position, place) => position === place + 1);
}

/** The address of a draft with an order tried, and with what a sponsor was promised. */
export function draftAddress(params: URLSearchParams, order: readonly number[]): string {
	const asked = new URLSearchParams(params);
	if (isDrafted(order)) asked.delete('order');
	else asked.set('order', order.join(','));
	const query = asked.toString().replaceAll('%2C', ',');
	return query ? `?${query}` : '?';
}
