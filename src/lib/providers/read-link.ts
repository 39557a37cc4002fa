const SCHEME = /^(https?:\/\/|ftp:\/\/|mailto:|tel:|sms:|\/\/)\S/i;
const BARE = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** The link of a cell as exported, trimmed; null for what leads nowhere (a name, an unfilled merge tag). */
export function readLink(cell: string): string | null {
	const text = cell.trim();
	return SCHEME.test(text) || BARE.test(text) ? text : null;
}
