/** What one placement was sold for, and what it got. */
export type Sold = { position: number; fee: number; clickers: number; delivered: number };

/** What a position was sold for: costs per clicker and per 1,000 delivered, in minor units, rising. */
export type PositionPrices = {
	position: number;
	n: number;
	perClicker: number[];
	perThousand: number[];
};

/** Prices by position, of placements that are over; nothing is said of clicks that never came. */
export function pricesByPosition(sold: readonly Sold[]): PositionPrices[] {
	const positions = new Map<number, PositionPrices>();
	for (const { position, fee, clickers, delivered } of sold) {
		const prices = positions.get(position) ?? { position, n: 0, perClicker: [], perThousand: [] };
		positions.set(position, prices);
		prices.n++;
		if (clickers > 0) prices.perClicker.push(fee / clickers);
		if (delivered > 0) prices.perThousand.push((1000 * fee) / delivered);
	}
	for (const { perClicker, perThousand } of positions.values()) {
		perClicker.sort((a, b) => a - b);
		perThousand.sort((a, b) => a - b);
	}
	return [...positions.values()].sort((a, b) => a.position - b.position);
}
