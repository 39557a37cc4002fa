/**
 * What keys act alone; names are those of `KeyboardEvent.key`, lower case. What acts and what is listed
 * have the same.
 */
export type SingleKey = '/' | 'f' | 'p' | 't' | 'e' | 'j' | 'k' | 'o' | '?';

/** What keys act with Ctrl or ⌘. */
export type HeldKey = 'k' | 'p';

const OFF = 'rubrique.keys';

/** Whether single keys are on: some people's speech input types them by accident. */
export function keysOn(): boolean {
	return localStorage.getItem(OFF) !== 'off';
}

/** Turns single keys on or off, in this browser. */
export function switchKeys(on: boolean): void {
	if (on) localStorage.removeItem(OFF);
	else localStorage.setItem(OFF, 'off');
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target'>;

/**
 * The key that was pressed, if it may act: alone, and neither in a field nor in a menu or a dialog,
 * whose keys are their own.
 */
export function singleKey({ key, ctrlKey, metaKey, altKey, target }: Pressed): string | null {
	if (ctrlKey || metaKey || altKey) return null;
	// a dialog that was just closed can have the focus until the next frame
	const inside = (target as Partial<Element> | null)?.closest?.(
		'input, select, textarea, [contenteditable], [role="menu"], [role="dialog"], dialog[open]'
	);
	return inside ? null : key.toLowerCase();
}

/**
 * What was typed so far with one more key, as a field would have it.
 *
 * @param key as of `KeyboardEvent.key`
 * @returns null for a key that changes nothing
 */
export function typedOn(typed: string, key: string): string | null {
	if (key === 'Backspace') return typed.slice(0, -1);
	return [...key].length === 1 ? typed + key : null;
}

/** Moves the focus to the next or the previous row of the page that is seen; rows are links with `data-row`. */
export function moveRow(by: 1 | -1): void {
	const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) =>
		row.checkVisibility()
	);
	const now = rows.indexOf(document.activeElement as HTMLElement);
	const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : now + by;
	rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
}

/** Opens the row that has the focus; one that is no link begins with a field. */
export function openRow(): void {
	const row = document.activeElement as HTMLElement | null;
	if (!row?.matches('[data-row]')) return;
	if (row.matches('a, button')) row.click();
	else row.querySelector('input')?.select();
}

/** Turns a chart into its table or back: the one in focus, else under the pointer, else the first. */
export function toggleTable(): void {
	const figure =
		document.activeElement?.closest('[data-figure]:has([data-chart-or-table])') ??
		document.querySelector('[data-figure]:has([data-chart-or-table]):hover') ??
		document.querySelector('[data-figure]:has([data-chart-or-table])');
	figure?.querySelector<HTMLElement>('[data-chart-or-table][aria-pressed="false"]')?.click();
}
