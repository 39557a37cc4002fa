const named = (table: string) => `rubrique.columns.${table}`;

/** The columns of a table that somebody chose to see in this browser; null for those it comes with. */
export function keptColumns(table: string): string[] | null {
	try {
		const kept = localStorage.getItem(named(table));
		return kept ? kept.split(',') : null;
	} catch {
		// a browser that keeps nothing shows what the table comes with
		return null;
	}
}

/** Keeps the columns that somebody chose of a table, in this browser; none for its own. */
export function keepColumns(table: string, keys: readonly string[]): void {
	try {
		if (keys.length) localStorage.setItem(named(table), keys.join(','));
		else localStorage.removeItem(named(table));
	} catch {
		// full, or switched off: the choice holds as long as the page
	}
}
