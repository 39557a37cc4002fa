/** What is asked of a file comes with its words only where something is asked. */
export async function load({ data }) {
	const asks = data.question && (await import('./MapFile.svelte')).default;
	return { ...data, MapFile: asks };
}
