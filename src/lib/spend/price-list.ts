/** What one placement was sold for, and what it got. */
export type Sold = { order: number; fee: number; clickers: number; delivered: number };

/** What a slot was sold for: costs per clicker and per 1,000 delivered, in minor units, rising. */
export type SlotPrices = { order: number; n: number; perClicker: number[]; perThousand: number[] };

/** Prices by slot, of placements that are over; nothing is said of clicks that never came. */
export function pricesBySlot(sold: readonly Sold[]): SlotPrices[] {
	const slots = new Map<number, SlotPrices>();
	for (const { order, fee, clickers, delivered } of sold) {
		const slot = slots.get(order) ?? { order, n: 0, perClicker: [], perThousand: [] };
		slots.set(order, slot);
		slot.n++;
		if (clickers > 0) slot.perClicker.push(fee / clickers);
		if (delivered > 0) slot.perThousand.push((1000 * fee) / delivered);
	}
	for (const { perClicker, perThousand } of slots.values()) {
		perClicker.sort((a, b) => a - b);
		perThousand.sort((a, b) => a - b);
	}
	return [...slots.values()].sort((a, b) => a.order - b.order);
}
