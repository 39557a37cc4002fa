/** Whether a text is a day, YYYY-MM-DD: a thirtieth of February would be read as one in March. */
export function isDay(given: string): boolean {
	const at = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(given) : NaN;
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(given);
}
