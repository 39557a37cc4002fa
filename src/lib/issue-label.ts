/**
 * What an issue is called where a word has to do: its number, else its title. How a number is written
 * is for `issueName` to say.
 *
 * @example issueLabel({ number: 13, title: 'Tides' }) // => '13'
 */
export const issueLabel = ({ number, title }: { number: number | null; title: string }): string =>
	String(number ?? title);
