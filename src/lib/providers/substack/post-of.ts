/** The number of a post, which files have with and without the title after it: `111.hello-world`, `111`. */
export function postOf(cell: string): string | null {
	const id = cell.trim();
	const dot = id.indexOf('.');
	return (dot === -1 ? id : id.slice(0, dot)) || null;
}
